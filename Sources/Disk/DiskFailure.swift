import Diagnostics
import Language

/// What the disk refused, with the path.
public struct DiskFailure: Error, Equatable, Sendable {
  /// Why it was refused.
  public enum Reason: Equatable, Sendable {
    case absent
    case isFolder
    case isNoFile
    case tooLarge(size: Int, limit: Int)
    case linkLoop
    case linkOut(to: String)
    case nameNotUTF8
    case nameWithControl
    /// The system's own reason, such as `Permission denied`.
    case system(doing: Action, reason: String)
  }

  /// What was tried.
  public enum Action: Equatable, Sendable {
    case read, write
  }

  public let path: Path
  public let reason: Reason

  public init(_ reason: Reason, at path: Path) {
    self.path = path
    self.reason = reason
  }

  /// The failure as a mistake to show.
  public var mistake: Mistake { Mistake(reason, path: path.text, place: nil) }
}

extension DiskFailure.Reason: Finding {
  public var code: String {
    switch self {
    case .absent: "file-absent"
    case .isFolder: "file-is-folder"
    case .isNoFile: "file-is-special"
    case .tooLarge: "file-too-large"
    case .linkLoop: "link-loop"
    case .linkOut: "link-out"
    case .nameNotUTF8, .nameWithControl: "file-name"
    case .system(.read, _): "file-unreadable"
    case .system(.write, _): "file-unwritable"
    }
  }

  public var severity: Severity { .error }

  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .absent:
      Sentence(
        tongue.pick(en: "there is no such file", es: "no existe ese archivo"),
        hint: tongue.pick(en: "check the path", es: "revisa la ruta")
      )
    case .isFolder:
      Sentence(
        tongue.pick(
          en: "a folder stands where a file is expected", es: "hay una carpeta donde se espera un archivo"),
        hint: tongue.pick(
          en: "rename the folder, or name a file inside it",
          es: "cambia el nombre de la carpeta o indica un archivo de dentro"
        )
      )
    case .isNoFile:
      Sentence(
        tongue.pick(
          en: "this is a device, a pipe or a socket, not a file",
          es: "esto es un dispositivo, una tubería o un socket, no un archivo"
        ),
        hint: tongue.pick(en: "remove it from the site", es: "quítalo del sitio")
      )
    case .tooLarge(let size, let limit):
      Sentence(
        tongue.pick(
          en: "the file has \(size) bytes; at most \(limit) are read",
          es: "el archivo ocupa \(size) bytes; se leen como mucho \(limit)"
        ),
        hint: tongue.pick(
          en: "split it, or put it under static/ to publish it as it is",
          es: "divídelo, o ponlo en static/ para publicarlo tal cual"
        )
      )
    case .linkLoop:
      Sentence(
        tongue.pick(
          en: "the symbolic link leads back to itself", es: "el enlace simbólico vuelve sobre sí mismo"),
        hint: tongue.pick(en: "remove the link", es: "quita el enlace")
      )
    case .linkOut(let target):
      Sentence(
        tongue.pick(
          en: "the symbolic link leads out of the folder, to \(target)",
          es: "el enlace simbólico sale de la carpeta, a \(target)"
        ),
        hint: tongue.pick(en: "copy the file into the site", es: "copia el archivo dentro del sitio")
      )
    case .nameNotUTF8:
      Sentence(
        tongue.pick(en: "the file's name is not UTF-8", es: "el nombre del archivo no es UTF-8"),
        hint: tongue.pick(en: "rename the file", es: "cambia el nombre del archivo")
      )
    case .nameWithControl:
      Sentence(
        tongue.pick(
          en: "the file's name holds a line break or another control character",
          es: "el nombre del archivo contiene un salto de línea u otro carácter de control"
        ),
        hint: tongue.pick(en: "rename the file", es: "cambia el nombre del archivo")
      )
    case .system(.read, let reason):
      Sentence(tongue.pick(en: "can't be read: \(reason)", es: "no se puede leer: \(reason)"))
    case .system(.write, let reason):
      Sentence(tongue.pick(en: "can't be written: \(reason)", es: "no se puede escribir: \(reason)"))
    }
  }
}
