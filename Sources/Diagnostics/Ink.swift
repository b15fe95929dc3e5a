/// Colour for a terminal, or none.
public struct Ink: Sendable {
  private let isOn: Bool

  /// Text without colour.
  public static let none = Ink(isOn: false)
  /// The colours of ANSI terminals.
  public static let ansi = Ink(isOn: true)

  private init(isOn: Bool) { self.isOn = isOn }

  /// Marks what should be read first.
  public func bold(_ text: String) -> String { dyed(text, "1") }

  /// Marks what may be overlooked.
  public func faint(_ text: String) -> String { dyed(text, "2") }

  /// Marks what went well.
  public func good(_ text: String) -> String { dyed(text, "32") }

  /// Marks by how grave it is.
  public func paint(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: dyed(text, "1;31")
    case .warning: dyed(text, "1;33")
    case .note: dyed(text, "1;36")
    }
  }

  private func dyed(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
