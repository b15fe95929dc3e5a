import Bytes
import Language

extension Mistake {
  /// Writes the mistake for a person at a terminal: where, what, the line with the place underlined, the remedy.
  ///
  ///     content/blog/talos.md:3:14: error: a value that holds ': ' must be quoted
  ///       3 | title: Talos: la forma correcta
  ///         |             ^
  ///     hint: write title: "Talos: la forma correcta"
  public func write(in tongue: Tongue, ink: Ink, into out: inout [UInt8]) {
    let sentence = finding.sentence(in: tongue)
    out.append(text: ink.bold(location))
    out.append(": ")
    out.append(text: ink.paint(finding.severity, finding.severity.word(in: tongue) + ":"))
    out.append(" ")
    out.append(text: ink.bold(sentence.message))
    out.append("\n")
    if let place { Excerpt(of: place).write(ink: ink, severity: finding.severity, into: &out) }
    guard let hint = sentence.hint else { return }
    out.append(text: ink.bold(tongue.pick(en: "hint:", es: "pista:")))
    out.append(" ")
    out.append(text: hint)
    out.append("\n")
  }

  /// `path:line:column`, or the path alone.
  private var location: String {
    let name = path.printable
    guard let place else { return name }
    return "\(name):\(place.line):\(place.column)"
  }
}

extension String {
  /// The text on one line: control characters are shown by their pictures.
  var printable: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(scalar.isControl ? scalar.picture : scalar) }
    return String(text)
  }
}

extension Unicode.Scalar {
  var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }

  /// The symbol that stands for a control character on paper: `␀` for NUL, `␡` for DEL, `�` for a C1 control.
  var picture: Unicode.Scalar {
    let code = value < 0x20 ? 0x2400 + value : value == 0x7F ? 0x2421 : 0xFFFD
    return Unicode.Scalar(code) ?? "?"
  }
}
