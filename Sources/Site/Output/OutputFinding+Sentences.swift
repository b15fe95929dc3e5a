import Diagnostics
import Language

extension OutputFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .isFile, .isRoot, .isHome, .holdsSources, .insideSources: place(in: tongue)
    case .foreignFolder, .busy, .unfinished, .noState: state(in: tongue)
    case .foreignFile, .inTheWay, .writtenTwice, .badName: content(in: tongue)
    }
  }
}

extension OutputFinding {
  private static func chooseAnother(_ tongue: Tongue) -> String {
    tongue.pick(
      en: "name a folder of the site's own with --output, such as public",
      es: "indica con --output una carpeta solo para el sitio, como public")
  }

  private func place(in tongue: Tongue) -> Sentence {
    switch self {
    case .isFile:
      Sentence(
        tongue.pick(
          en: "the site cannot be written here: this is a file, not a folder",
          es: "aquí no se puede escribir el sitio: esto es un archivo, no una carpeta"),
        hint: Self.chooseAnother(tongue))
    case .isRoot:
      Sentence(
        tongue.pick(
          en: "the site cannot be written here: this is the root of the machine",
          es: "aquí no se puede escribir el sitio: esto es la raíz de la máquina"),
        hint: Self.chooseAnother(tongue))
    case .isHome:
      Sentence(
        tongue.pick(
          en: "the site cannot be written here: this folder is or holds your home",
          es: "aquí no se puede escribir el sitio: esta carpeta es tu carpeta personal o la contiene"),
        hint: Self.chooseAnother(tongue))
    case .holdsSources:
      Sentence(
        tongue.pick(
          en: "the site cannot be written here: this folder is or holds its sources",
          es: "aquí no se puede escribir el sitio: esta carpeta son sus fuentes o las contiene"),
        hint: Self.chooseAnother(tongue))
    case .insideSources(let folder):
      Sentence(
        tongue.pick(
          en: "the site cannot be written here: this folder lies in '\(folder)', among its sources",
          es: "aquí no se puede escribir el sitio: esta carpeta está en «\(folder)», entre sus fuentes"),
        hint: Self.chooseAnother(tongue))
    default: preconditionFailure("not about the place")
    }
  }

  private func state(in tongue: Tongue) -> Sentence {
    switch self {
    case .foreignFolder(let name):
      Sentence(
        tongue.pick(
          en: "no build from here wrote this folder, and it is not empty: it holds '\(name)'",
          es: "ninguna compilación de aquí escribió esta carpeta, y no está vacía: contiene «\(name)»"),
        hint: tongue.pick(
          en: "empty it yourself if nothing in it is needed, or name another with --output",
          es: "vacíala si no necesitas nada de lo que contiene, o indica otra con --output"))
    case .busy:
      Sentence(
        tongue.pick(
          en: "another build is writing to this folder",
          es: "otra compilación está escribiendo en esta carpeta"),
        hint: tongue.pick(en: "wait until it is done", es: "espera a que termine"))
    case .unfinished(let owner):
      Sentence(
        tongue.pick(
          en: "a build of another site was stopped while it wrote here: '\(owner)'",
          es: "la compilación de otro sitio se detuvo mientras escribía aquí: «\(owner)»"),
        hint: tongue.pick(
          en: "build that site again, so that it finishes, or name another folder with --output",
          es: "vuelve a compilar ese sitio para que termine, o indica otra carpeta con --output"))
    case .noState(let reason):
      Sentence(
        tongue.pick(
          en: "what was written cannot be noted: \(reason)",
          es: "no se puede anotar lo que se ha escrito: \(reason)"),
        hint: tongue.pick(
          en: "until this folder is writable, only an empty output folder can be built into",
          es: "mientras no se pueda escribir en esta carpeta, la de salida tendrá que estar vacía"))
    default: preconditionFailure("not about the state")
    }
  }

  private func content(in tongue: Tongue) -> Sentence {
    switch self {
    case .foreignFile:
      Sentence(
        tongue.pick(
          en: "a file that no build wrote stands where the site needs one",
          es: "hay un archivo que no escribió ninguna compilación donde el sitio necesita otro"),
        hint: tongue.pick(
          en: "move it to static/ if it is part of the site, or remove it",
          es: "muévelo a static/ si es parte del sitio, o bórralo"))
    case .inTheWay(let path):
      Sentence(
        tongue.pick(
          en: "this stands in the way of '\(path)', and no build wrote it",
          es: "esto impide escribir «\(path)», y no lo escribió ninguna compilación"),
        hint: tongue.pick(
          en: "move it to static/ if it is part of the site, or remove it",
          es: "muévelo a static/ si es parte del sitio, o bórralo"))
    case .writtenTwice:
      Sentence(
        tongue.pick(
          en: "two parts of the site were written to this one file",
          es: "dos partes del sitio se escribieron en este mismo archivo"),
        hint: tongue.pick(
          en: "this is a mistake of the program; please report it",
          es: "es un error del programa; por favor, avisa"))
    case .badName:
      Sentence(
        tongue.pick(
          en: "no file of the site can have this name", es: "ningún archivo del sitio puede llamarse así"),
        hint: tongue.pick(
          en: "use names without '..', empty parts and control characters",
          es: "usa nombres sin «..», partes vacías ni caracteres de control"))
    default: preconditionFailure("not about the content")
    }
  }
}
