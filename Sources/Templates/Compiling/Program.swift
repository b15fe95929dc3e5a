import Diagnostics

/// A compiled template: flat routines over shared tables.
final class Program: Sendable {
  let source: Source
  let routines: [Routine]
  let constants: [Value]
  let names: [Name]
  /// What each name asks of a loop.
  let loopFields: [LoopField?]
  let calls: [CallShape]
  let knownCalls: [KnownCall]
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
    loopFields = parts.names.map { LoopField(rawValue: $0.text) }
    calls = parts.calls
    knownCalls = parts.knownCalls
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
final class Routine: Sendable {
  let code: [Instruction]
  /// Where in the source each step comes from.
  let places: [Range<Int>]
  let slotCount: Int
  /// The names that the slots of this routine stand for, for messages and for looking up what was never set.
  let slotNames: [Name]
  /// The routine around, whose variables this one may read.
  let parent: Int?

  init(code: [Instruction], places: [Range<Int>], slotCount: Int, slotNames: [Name], parent: Int?) {
    self.code = code
    self.places = places
    self.slotCount = slotCount
    self.slotNames = slotNames
    self.parent = parent
  }
}

/// How a call hands over its arguments: on the stack lie the positional ones, the named ones, then what is spread.
struct CallShape: Sendable, Hashable {
  var positional = 0
  var names: [String] = []
  var spreads = false
  var spreadsNamed = false

  var count: Int { positional + names.count + (spreads ? 1 : 0) + (spreadsNamed ? 1 : 0) }
}

final class FilterCall: Sendable {
  let filter: Filter
  let shape: CallShape
  /// The arguments in order, when they are all constants.
  let ready: [Value]?
  /// Writes the answer at once; nil where the filter must be asked.
  let printer: PrintingFilter?

  init(filter: Filter, shape: CallShape, ready: [Value]?) {
    self.filter = filter
    printer = ready == nil && filter.printer != .date ? nil : filter.printer
    self.shape = shape
    self.ready = ready
  }
}

final class TestCall: Sendable {
  let test: Test
  let shape: CallShape
  let ready: [Value]?

  init(test: Test, shape: CallShape, ready: [Value]?) {
    self.test = test
    self.shape = shape
    self.ready = ready
  }
}

/// What a macro is called with.
final class MacroShape: Sendable {
  let name: String
  let routine: Int
  let parameters: [Name]
  let callerSlot: Int?
  let named: Int?
  let rest: Int?
  /// Whether it takes its parameters and nothing else.
  let isPlain: Bool

  init(name: String, routine: Int, parameters: [Name], callerSlot: Int?, named: Int?, rest: Int?) {
    self.name = name
    self.routine = routine
    self.parameters = parameters
    self.callerSlot = callerSlot
    self.named = named
    self.rest = rest
    isPlain = callerSlot == nil && named == nil && rest == nil
  }
}

/// How a template is found and what it sees: for `include`, `import` and `extends`.
final class TemplateReference: Sendable {
  let ignoresMissing: Bool
  let withContext: Bool
  /// Whether the template is named in so many words, so that it is the same one each time.
  let isFixed: Bool
  /// The local variables that go along, by slot; the distance says how many routines outwards.
  let locals: [(name: Name, slot: SlotReference)]
  /// The names of those variables.
  let names: NameFilter
  let link = Link()

  init(
    ignoresMissing: Bool, withContext: Bool, isFixed: Bool, locals: [(name: Name, slot: SlotReference)]
  ) {
    self.isFixed = isFixed
    self.ignoresMissing = ignoresMissing
    self.withContext = withContext
    self.locals = locals
    names = NameFilter(locals.map(\.name))
  }
}

/// Where a variable lies: so many routines outwards, at that slot.
struct SlotReference: Sendable, Hashable {
  let distance: Int
  let slot: Int
}
