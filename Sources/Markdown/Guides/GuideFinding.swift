import Diagnostics
import Language

/// What is told about code that stands bare.
public enum GuideFinding: Finding, Equatable {
  /// It was fenced in memory.
  case fenced(blocks: Int)
  /// It was left as it is.
  case bare(blocks: Int, language: String)

  public var code: String { "markdown-unfenced" }
  public var severity: Severity { .warning }

  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .fenced(let blocks):
      Sentence(
        tongue.pick(
          en:
            "code stands here without a fence; \(blocks == 1 ? "1 block was" : "\(blocks) blocks were") fenced",
          es:
            "aquí hay código sin delimitar; se \(blocks == 1 ? "ha delimitado 1 bloque" : "han delimitado \(blocks) bloques")"
        ),
        hint: tongue.pick(
          en: "'sitegen repair --fences --write' writes the fences into the file",
          es: "'sitegen repair --fences --write' escribe las marcas en el archivo"
        )
      )
    case .bare(let blocks, let language):
      Sentence(
        tongue.pick(
          en:
            "code seems to stand without a fence\(blocks == 1 ? "" : ", here and in \(blocks - 1) more \(blocks == 2 ? "place" : "places")")",
          es:
            "parece haber código sin delimitar\(blocks == 1 ? "" : ", aquí y en \(blocks - 1) \(blocks == 2 ? "sitio" : "sitios") más")"
        ),
        hint: tongue.pick(
          en: "write ```\(language) on a line above and ``` below",
          es: "escribe ```\(language) en una línea encima y ``` debajo"
        )
      )
    }
  }
}
