import Bytes
import Diagnostics
import Language

/// A finding of an earlier build, in the words in which it was told then.
struct StoredFinding: Finding {
  let code: String
  let severity: Severity
  private let english: Sentence
  private let spanish: Sentence

  func sentence(in tongue: Tongue) -> Sentence { tongue == .spanish ? spanish : english }

  init(_ finding: any Finding) {
    code = finding.code
    severity = finding.severity
    english = finding.sentence(in: .english)
    spanish = finding.sentence(in: .spanish)
  }

  func pack(into packer: inout Packer) {
    packer.add(code)
    packer.add(severity.rawValue)
    for sentence in [english, spanish] {
      packer.add(sentence.message)
      packer.add(sentence.hint)
    }
  }

  init(from unpacker: inout Unpacker) {
    code = unpacker.text()
    severity = Severity(rawValue: unpacker.int()) ?? .warning
    english = Sentence(unpacker.text(), hint: unpacker.optionalText())
    spanish = Sentence(unpacker.text(), hint: unpacker.optionalText())
  }
}

extension Mistake {
  func pack(into packer: inout Packer) {
    StoredFinding(finding).pack(into: &packer)
    packer.add(path)
    packer.add(place != nil)
    place?.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) {
    let finding = StoredFinding(from: &unpacker)
    let path = unpacker.text()
    self.init(finding, path: path, place: unpacker.flag() ? Place(from: &unpacker) : nil)
  }
}

extension [Mistake] {
  func pack(into packer: inout Packer) {
    packer.add(count)
    for mistake in self { mistake.pack(into: &packer) }
  }

  init(from unpacker: inout Unpacker) {
    self = (0..<unpacker.count()).map { _ in Mistake(from: &unpacker) }
  }
}

extension Place {
  func pack(into packer: inout Packer) {
    packer.add(line)
    packer.add(column)
    packer.add(length)
    packer.add(text)
  }

  init(from unpacker: inout Unpacker) {
    self.init(
      line: unpacker.int(), column: unpacker.int(), length: unpacker.int(), text: unpacker.text())
  }
}
