import Diagnostics
import Language

extension DataFinding {
  func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .nameTaken(let name, let other):
      Sentence(
        tongue.pick(
          en: "templates know '\(other)' by the name '\(name)', which this file needs",
          es: "las plantillas ya conocen «\(other)» por el nombre «\(name)», que este archivo necesita"),
        hint: tongue.pick(en: "rename one of the two", es: "cambia el nombre de uno de los dos"))
    case .unevenRow(let cells, let columns):
      Sentence(
        tongue.pick(
          en: "this row has \(Self.count(cells, "cell")), the first one has \(columns)",
          es: "esta fila tiene \(Self.count(cells, "celda")); la primera, \(columns)"),
        hint: tongue.pick(
          en: "a cell that holds a comma stands in double quotes",
          es: "una celda con una coma dentro va entre comillas dobles"))
    case .repeatedColumn(let name):
      Sentence(
        tongue.pick(en: "two columns are called '\(name)'", es: "dos columnas se llaman «\(name)»"),
        hint: tongue.pick(en: "rename one of the two", es: "cambia el nombre de una de las dos"))
    case .openQuote:
      Sentence(
        tongue.pick(en: "this quote is never closed", es: "estas comillas no se cierran nunca"),
        hint: tongue.pick(
          en: "write \" at the end of the cell", es: "escribe \" al final de la celda"))
    case .textAfterQuote:
      Sentence(
        tongue.pick(
          en: "something follows the closing quote of a cell",
          es: "hay algo tras las comillas que cierran una celda"),
        hint: tongue.pick(
          en: "write \"\" for a quote inside a cell",
          es: "escribe \"\" para unas comillas dentro de una celda"))
    }
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
