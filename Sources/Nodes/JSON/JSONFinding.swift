import Diagnostics

/// What can be wrong with a JSON text.
public enum JSONFinding: Finding, Equatable {
  case tooLarge(limit: Int)
  case tooDeep(limit: Int)
  case invalidUTF8
  case missingValue
  case textAfterEnd
  case unknownWord(String)
  case malformedNumber(String)
  case unclosedText
  case controlCharacter(UInt8)
  case unknownEscape
  case loneSurrogate
  case unclosed(isMap: Bool)
  case missingComma(isMap: Bool)
  case trailingComma
  case keyNotText
  case missingColon(key: String)
  case duplicateKey(String, firstLine: Int)

  public var severity: Severity { .error }

  public var code: String {
    switch self {
    case .tooLarge: "json-too-large"
    case .tooDeep: "json-too-deep"
    case .invalidUTF8: "json-invalid-utf8"
    case .missingValue: "json-missing-value"
    case .textAfterEnd: "json-text-after-end"
    case .unknownWord: "json-unknown-word"
    case .malformedNumber: "json-malformed-number"
    case .unclosedText: "json-unclosed-text"
    case .controlCharacter: "json-control-character"
    case .unknownEscape: "json-unknown-escape"
    case .loneSurrogate: "json-lone-surrogate"
    case .unclosed: "json-unclosed"
    case .missingComma: "json-missing-comma"
    case .trailingComma: "json-trailing-comma"
    case .keyNotText: "json-key-not-text"
    case .missingColon: "json-missing-colon"
    case .duplicateKey: "json-duplicate-key"
    }
  }
}

/// A mistake with its place in bytes, on its way out of the reader.
struct JSONProblem: Error {
  let finding: JSONFinding
  let range: Range<Int>

  init(_ finding: JSONFinding, _ range: Range<Int>) {
    self.finding = finding
    self.range = range
  }
}
