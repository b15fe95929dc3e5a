import Diagnostics

/// A compiled template: flat routines over shared tables.
///
/// All workers run the same programs. What a step looks up most is numbers alone, of which nothing is counted: counts that
/// two processors write in turns go back and forth between them, which costs fifty nanoseconds each time.
final class Program: Sendable {
  let source: Source
  /// The steps of all routines, one routine after the other.
  let code: [Instruction]
  /// Where in the source each step comes from.
  let places: [Range<Int>]
  let routines: [Routine]
  /// The names that the slots of all routines stand for, for messages and for looking up what was never set.
  let slotNames: [Name]
  let constants: [Value]
  let names: [Name]
  /// What each name asks of a loop.
  let loopFields: [LoopField?]
  let calls: [CallShape]
  let knownCalls: [KnownCall]
  /// What each of those calls prints, and the bytes of all of them.
  let knownTexts: [KnownText]
  let ready: [UInt8]
  let filters: [FilterCall]
  let tests: [TestCall]
  let macros: [MacroShape]
  let references: [TemplateReference]
  let failures: [TemplateFinding.Kind]
  /// The routine of each block of this template.
  let blocks: [(name: Name, routine: Int)]
  let hasExtends: Bool
  /// What the template holds when it is nothing but macros; nil for all others.
  let library: Library?

  init(_ parts: ProgramBuilder, source: Source) {
    self.source = source
    (routines, slotNames) = parts.laidOut
    code = parts.routines.flatMap(\.code)
    places = parts.routines.flatMap(\.places)
    constants = parts.constants
    names = parts.names
    loopFields = parts.names.map { LoopField(rawValue: $0.text) }
    calls = parts.calls
    knownCalls = parts.knownCalls
    var ready: [UInt8] = []
    knownTexts = parts.knownCalls.map { KnownText($0, into: &ready) }
    self.ready = ready
    filters = parts.filters
    tests = parts.tests
    macros = parts.macros
    references = parts.references
    failures = parts.failures
    blocks = parts.blocks
    hasExtends = parts.hasExtends
    library = parts.routines.first.flatMap { Library($0.code, names: parts.names, source: source) }
  }

  /// The name that a slot of a routine stands for.
  func slotName(_ slot: Int, of routine: Int) -> Name { slotNames[routines[routine].firstName + slot] }
}

/// The steps of one template root, block, macro or recursive loop, by where they lie in their program.
struct Routine: Sendable {
  let steps: Range<Int>
  let slotCount: Int
  /// Where the names of its slots begin.
  let firstName: Int
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
  /// The template's name where it stands in so many words; nil where it is computed and lies on the stack.
  let name: String?
  /// The local variables that go along, by slot; the distance says how many routines outwards.
  let locals: [(name: Name, slot: SlotReference)]
  /// The names of those variables.
  let names: NameFilter
  let link = Link()

  init(
    to name: String?, ignoresMissing: Bool, withContext: Bool, locals: [(name: Name, slot: SlotReference)]
  ) {
    self.name = name
    self.ignoresMissing = ignoresMissing
    self.withContext = withContext
    self.locals = locals
    names = NameFilter(locals.map(\.name))
  }

  /// Where a variable that goes along lies; nil when it is none of them.
  func slot(of id: UInt64) -> SlotReference? {
    for place in locals.indices where locals[place].name.id == id { return locals[place].slot }
    return nil
  }
}

/// Where a variable lies: so many routines outwards, at that slot.
struct SlotReference: Sendable, Hashable {
  let distance: Int
  let slot: Int
}
