import Inventory
import Language
import Nodes

/// How much of what an inventory declares.
struct InventoryAccount {
  let files: Int
  /// The kinds that there are things of, with how many.
  let counts: [(kind: Kind, count: Int)]

  init(of declared: Declared, files: Int) {
    self.files = files
    counts = Kind.allCases.map { ($0, declared.records(of: $0).count) }.filter { $0.1 > 0 }
  }

  /// `2 archivos: 1 sitio, 4 máquinas y 6 clústeres`.
  func human(in tongue: Tongue) -> [UInt8] {
    let things = counts.map { "\($0.count) \($0.kind.noun(of: $0.count, in: tongue))" }.listed(in: tongue)
    let noun = tongue.pick(en: files == 1 ? "file" : "files", es: files == 1 ? "archivo" : "archivos")
    let nothing = tongue.pick(en: "nothing is declared", es: "no se declara nada")
    return Array("\(files) \(noun): \(things.isEmpty ? nothing : things)\n".utf8)
  }

  func json() -> [UInt8] {
    Node([
      ("files", Node(files)), ("counts", Node(counts.map { ($0.kind.block, Node($0.count)) })),
    ]).json()
  }
}
