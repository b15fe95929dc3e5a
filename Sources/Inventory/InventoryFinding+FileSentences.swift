import Diagnostics
import Language

// What is told of the files of an inventory and of the ids in them.

extension InventoryFinding {
  func file(_ tongue: Tongue) -> Sentence {
    switch self {
    case .newerVersion(let version):
      Sentence(
        tongue.pick(
          en: "this inventory is of version \(version), and this program knows version 1",
          es: "este inventario es de la versión \(version) y este programa conoce la 1"),
        hint: tongue.pick(
          en: "use a newer sitegen, or write version: 1", es: "usa un sitegen más nuevo o escribe version: 1")
      )
    case .blockTwice(let block, let path):
      Sentence(
        tongue.pick(
          en: "the block '\(block)' is given twice", es: "el bloque «\(block)» está dos veces"),
        hint: tongue.pick(
          en: "the other one is in \(path): keep one", es: "el otro está en \(path): deja uno solo"))
    case .includesNothing(let pattern):
      Sentence(
        tongue.pick(en: "no file matches '\(pattern)'", es: "ningún archivo coincide con «\(pattern)»"),
        hint: tongue.pick(
          en: "patterns start at the folder inventory/, such as hosts/*.yaml",
          es: "los patrones parten de la carpeta inventory/, como hosts/*.yaml"))
    default:
      Sentence(
        tongue.pick(
          en: "no file has the block 'inventory'", es: "ningún archivo tiene el bloque «inventory»"),
        hint: tongue.pick(
          en: "write 'inventory: {version: 1}' at the top of one",
          es: "escribe «inventory: {version: 1}» al principio de uno"))
    }
  }

  func identity(_ tongue: Tongue) -> Sentence {
    switch self {
    case .badID(let id):
      let better = slug(of: id.id)
      return Sentence(
        tongue.pick(en: "'\(id.id)' cannot be an id", es: "«\(id.id)» no puede ser un id"),
        hint: EntityID.isID(better.utf8)
          ? tongue.pick(
            en: "write '\(better):', and name: \(id.id) inside",
            es: "escribe «\(better):» y dentro name: \(id.id)")
          : tongue.pick(
            en: "an id has small letters, digits and hyphens only",
            es: "un id solo lleva letras minúsculas, cifras y guiones"))
    case .declaredTwice(let id, let path, let line, let column):
      return Sentence(
        tongue.pick(en: "'\(id)' is declared twice", es: "«\(id)» está declarado dos veces"),
        hint: tongue.pick(
          en: "the first one is at \(path):\(line):\(column)",
          es: "el primero está en \(path):\(line):\(column)"))
    case .partTwice(let id, let list, let part):
      return Sentence(
        tongue.pick(
          en: "'\(id)' has two items '\(part)' in '\(list)'", es: "«\(id)» tiene dos «\(part)» en «\(list)»"),
        hint: tongue.pick(en: "give each an id of its own", es: "da a cada uno su propio id"))
    default:
      return Sentence(
        tongue.pick(en: "this plan has no id", es: "este plan no tiene id"),
        hint: tongue.pick(en: "add id: and a short name", es: "añade id: y un nombre corto"))
    }
  }
}
