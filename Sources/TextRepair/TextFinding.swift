import Bytes
import Diagnostics
import Language

/// What makes a file no text at all.
public enum TextFinding: Finding, Equatable {
  /// Bytes that no encoding of text explains.
  case binary
  /// A NUL inside what is otherwise text.
  case nul

  public var code: String {
    switch self {
    case .binary: "text-binary"
    case .nul: "text-nul"
    }
  }

  public var severity: Severity { .error }

  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .binary:
      Sentence(
        tongue.pick(en: "this is a binary file, not text", es: "esto es un archivo binario, no texto"),
        hint: tongue.pick(
          en: "put files that are published as they are under static/",
          es: "pon en static/ los archivos que se publican tal cual"
        )
      )
    case .nul:
      Sentence(
        tongue.pick(en: "a NUL character stands in the text", es: "hay un carácter NUL en el texto"),
        hint: tongue.pick(
          en: "remove it; an interrupted copy leaves such characters",
          es: "quítalo; los deja una copia interrumpida"
        )
      )
    }
  }
}

extension Repaired {
  /// Looks for what no text holds: the first NUL, or so many control characters that the file is binary.
  public func mistake(at path: String) -> Mistake? {
    guard let nul = bytes.withUnsafeBufferPointer({ $0.next(0) }) else { return nil }
    let head = bytes.prefix(Self.looked)
    let controls = head.reduce(0) { Self.isForeign($1) ? $0 + 1 : $0 }
    let source = Source(path: path, bytes: bytes)
    return controls > Self.accident && controls * Self.share > head.count
      ? Mistake(TextFinding.binary, path: path, place: nil)
      : source.mistake(TextFinding.nul, at: nul..<nul + 1)
  }

  /// How much of a file tells what it is.
  private static let looked = 8_192
  /// So few control characters are an accident, however short the text.
  private static let accident = 8
  /// One control character in so many is more than an accident in a text.
  private static let share = 64

  /// Control characters but tab, line feed, form feed, carriage return and escape.
  private static func isForeign(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D && byte != 0x1B
      || byte == 0x7F
  }
}
