import Diagnostics

/// A compiled template: flat routines over shared tables.
final class Program: Sendable {
  let source: Source
  let routines: [Routine]
  let constants: [Value]
  let names: [Name]
  let calls: [CallShape]
  let filters: [FilterCall]
  let tests: [TestCall]
  let macros: [MacroShape]
  let references: [TemplateReference]
  let failures: [TemplateFinding.Kind]
  /// The routine of each block of this template.
  let blocks: [(name: Name, routine: Int)]
  let hasExtends: Bool

  init(_ parts: ProgramBuilder, source: Source) {
    self.source = source
    routines = parts.routines.map { $0.finished(among: parts.routines) }
    constants = parts.constants
    names = parts.names
    calls = parts.calls
    filters = parts.filters
    tests = parts.tests
    macros = parts.macros
    references = parts.references
    failures = parts.failures
    blocks = parts.blocks
    hasExtends = parts.hasExtends
  }
}

/// The steps of one template root, block, macro or recursive loop.
struct Routine: Sendable {
  let code: [Instruction]
  /// Where in the source each step comes from.
  let places: [Range<Int>]
  let slotCount: Int
  /// The names that the slots of this routine stand for, for messages and for looking up what was never set.
  let slotNames: [Int: Name]
  /// The routine around, whose variables this one may read.
  let parent: Int?
}

/// How a call hands over its arguments: on the stack lie the positional ones, the named ones, then what is spread.
struct CallShape: Sendable, Hashable {
  var positional = 0
  var names: [String] = []
  var spreads = false
  var spreadsNamed = false

  var count: Int { positional + names.count + (spreads ? 1 : 0) + (spreadsNamed ? 1 : 0) }
}

struct FilterCall: Sendable {
  let filter: Filter
  let shape: CallShape
  /// The arguments in order, when they are all constants.
  let ready: [Value]?
}

struct TestCall: Sendable {
  let test: Test
  let shape: CallShape
  let ready: [Value]?
}

/// What a macro is called with.
struct MacroShape: Sendable {
  let name: String
  let routine: Int
  let parameters: [Name]
  let callerSlot: Int?
  let named: Int?
  let rest: Int?
}

/// How a template is found and what it sees: for `include` and `import`.
struct TemplateReference: Sendable {
  let ignoresMissing: Bool
  let withContext: Bool
  /// The local variables that go along, by slot; the distance says how many routines outwards.
  let locals: [(name: Name, slot: SlotReference)]
}

/// Where a variable lies: so many routines outwards, at that slot.
struct SlotReference: Sendable, Hashable {
  let distance: Int
  let slot: Int
}
