import Bytes
import Language

/// The line of a mistake as a terminal shows it, with the columns to underline.
///
/// Tabs become spaces up to the next stop, control characters their pictures, and a long line is cut to a window around
/// the place, so that the caret always stands below what is meant.
struct Excerpt {
  let number: Int
  let text: String
  /// Columns before the caret.
  let indent: Int
  /// Columns underlined; at least 1.
  let width: Int

  /// Where tabs stop, as terminals have it.
  private static let tabStop = 8
  /// What fits an 80-column terminal beside the line number.
  private static let window = 72
  /// How much of a long line is kept before the place.
  private static let lead = 24

  init(of place: Place) {
    number = place.line
    let scalars = Array(place.text.unicodeScalars)
    let start = min(place.column - 1, scalars.count)
    let end = min(start + place.length, scalars.count)
    let before = Self.laidOut(scalars[..<start], from: 0)
    let meant = Self.laidOut(scalars[start..<end], from: before.columns)
    let after = Self.laidOut(scalars[end...], from: before.columns + meant.columns)
    let whole = before.columns + meant.columns + after.columns
    let head = whole <= Self.window ? before : Self.tail(of: before, columns: Self.lead)
    let room = max(Self.window - head.columns, 1)
    let body = whole <= Self.window ? meant + after : Self.head(of: meant + after, columns: room)
    text = head + body
    indent = head.columns
    width = max(1, min(meant.columns, body.columns))
  }

  func write(ink: Ink, severity: Severity, into out: inout [UInt8]) {
    let label = String(number)
    out.append(text: ink.faint("\(label.padded(to: Self.gutter)) | "))
    out.append(text: text)
    out.append("\n")
    out.append(text: ink.faint("\("".padded(to: max(Self.gutter, label.utf8.count))) | "))
    out.append(text: String(repeating: " ", count: indent))
    out.append(text: ink.paint(severity, "^" + String(repeating: "~", count: width - 1)))
    out.append("\n")
  }

  /// The room for the line number.
  private static let gutter = 4
}

extension Excerpt {
  private static func laidOut(_ scalars: ArraySlice<Unicode.Scalar>, from column: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(scalars.count)
    var column = column
    for scalar in scalars {
      if scalar == "\t" {
        let next = (column / tabStop + 1) * tabStop
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: next - column))
        column = next
      } else {
        let shown = scalar.isControl ? scalar.picture : scalar
        text.append(contentsOf: UTF8.encode(shown) ?? UTF8.encodedReplacementCharacter)
        column += shown.columns
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func head(of text: String, columns: Int) -> String {
    guard text.columns > columns else { return text }
    var kept = String.UnicodeScalarView()
    var used = 1
    for scalar in text.unicodeScalars {
      used += scalar.columns
      if used > columns { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  private static func tail(of text: String, columns: Int) -> String {
    guard text.columns > columns else { return text }
    var kept: [Unicode.Scalar] = []
    var used = 1
    for scalar in text.unicodeScalars.reversed() {
      used += scalar.columns
      if used > columns { break }
      kept.append(scalar)
    }
    // A combining mark must not hang on the ellipsis.
    while let last = kept.last, last.columns == 0 { kept.removeLast() }
    var view = String.UnicodeScalarView()
    view.append("…")
    view.append(contentsOf: kept.reversed())
    return String(view)
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String {
    String(repeating: " ", count: max(0, count - utf8.count)) + self
  }
}
