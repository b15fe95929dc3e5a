import Diagnostics

/// What a template holds that is nothing but macros, so that it need not be run to be imported.
///
/// A page imports a handful of macros from a file of a dozen: running it takes four steps for each of them.
struct Library: Sendable {
  struct Entry: Sendable {
    let name: Name
    /// The number of the macro, and the slot in which the others look for it.
    let macro: Int
    let slot: Int
    let isExported: Bool
  }

  let macros: [Entry]
  let names: NameFilter
  /// What stands between the macros.
  let printed: String

  /// Reads the steps of a template's root; nil when they do more than define macros, each once.
  init?(_ steps: [Instruction], names: [Name], source: Source) {
    var macros: [Entry] = []
    var printed: [UInt8] = []
    var macro = 0
    for step in steps {
      switch step.operation {
      case .clear, .store: break
      case .text: printed += source.bytes[Int(step.a)..<Int(step.b)]
      case .defineMacro where step.b == 0: macro = Int(step.a)
      case .export where !macros.contains { $0.slot == Int(step.c) }:
        macros.append(
          Entry(name: names[Int(step.a)], macro: macro, slot: Int(step.c), isExported: step.b == 0))
      default: return nil
      }
    }
    guard !macros.isEmpty else { return nil }
    self.macros = macros
    self.names = NameFilter(macros.map(\.name))
    self.printed = String(decoding: printed, as: UTF8.self)
  }
}
