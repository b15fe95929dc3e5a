import Diagnostics
import Language

extension DiskFailure.Reason {
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
