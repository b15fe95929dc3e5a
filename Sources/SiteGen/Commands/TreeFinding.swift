import Diagnostics
import Language

/// What can be wrong when a whole tree is mended.
enum TreeFinding: Finding, Equatable {
  /// The mended name of a file is another file's name.
  case nameTaken(String, by: String)
  /// The mended tree would grow inside the one that is being read.
  case outputInsideInput(String)

  var code: String {
    switch self {
    case .nameTaken: "repair-name-taken"
    case .outputInsideInput: "repair-output-inside"
    }
  }

  var severity: Severity { .error }

  func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .nameTaken(let name, let owner):
      Sentence(
        tongue.pick(
          en: "not copied: its mended name '\(name)' belongs to '\(owner)'",
          es: "no se ha copiado: su nombre arreglado, «\(name)», es el de «\(owner)»"
        ),
        hint: tongue.pick(en: "rename one of the two", es: "cambia el nombre de uno de los dos")
      )
    case .outputInsideInput(let input):
      Sentence(
        tongue.pick(
          en: "the output folder lies inside the input folder '\(input)'",
          es: "la carpeta de salida está dentro de la de entrada, «\(input)»"
        ),
        hint: tongue.pick(
          en: "name a folder outside it; 'sitegen repair --write' mends files in place",
          es: "indica una carpeta de fuera; «sitegen repair --write» arregla los archivos en su sitio"
        )
      )
    }
  }
}
