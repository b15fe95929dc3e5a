import Diagnostics
import Language

extension Report {
  /// What the author sees, in English and then in Spanish.
  public var told: String { told(in: .english) + told(in: .spanish) }

  /// What the author sees in one tongue.
  public func told(in tongue: Tongue) -> String {
    var out: [UInt8] = []
    write(as: .human, in: tongue, ink: .none, into: &out)
    return String(decoding: out, as: UTF8.self)
  }
}
