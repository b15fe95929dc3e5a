/// The tables that the routines of one template share while it is compiled.
final class ProgramBuilder {
  /// What names mean that no template and no page explains.
  let globals: Map
  var routines: [RoutineBuilder] = []
  private(set) var constants: [Value] = []
  private(set) var names: [Name] = []
  private var nameIndex: [String: Int] = [:]
  private(set) var calls: [CallShape] = []
  private(set) var knownCalls: [KnownCall] = []
  private(set) var filters: [FilterCall] = []
  private(set) var tests: [TestCall] = []
  var macros: [MacroShape] = []
  private(set) var references: [TemplateReference] = []
  private(set) var failures: [TemplateFinding.Kind] = []
  var blocks: [(name: Name, routine: Int)] = []
  var hasExtends = false

  init(globals: Map) { self.globals = globals }

  func routine(parent: RoutineBuilder?) -> (builder: RoutineBuilder, index: Int) {
    let builder = RoutineBuilder(parent: parent)
    routines.append(builder)
    return (builder, routines.count - 1)
  }

  func name(_ text: String) -> Int {
    if let index = nameIndex[text] { return index }
    names.append(Name(text))
    nameIndex[text] = names.count - 1
    return names.count - 1
  }

  func constant(_ value: Value) -> Int {
    constants.append(value)
    return constants.count - 1
  }

  func call(_ shape: CallShape) -> Int {
    calls.append(shape)
    return calls.count - 1
  }

  func call(_ call: KnownCall) -> Int {
    knownCalls.append(call)
    return knownCalls.count - 1
  }

  func filter(_ call: FilterCall) -> Int {
    filters.append(call)
    return filters.count - 1
  }

  func test(_ call: TestCall) -> Int {
    tests.append(call)
    return tests.count - 1
  }

  func reference(_ reference: TemplateReference) -> Int {
    references.append(reference)
    return references.count - 1
  }

  func failure(_ kind: TemplateFinding.Kind) -> Int {
    failures.append(kind)
    return failures.count - 1
  }

  /// Where the steps and the names of each routine lie when they are laid one after the other.
  var laidOut: (routines: [Routine], slotNames: [Name]) {
    var laid: [Routine] = []
    var (step, name) = (0, 0)
    for routine in routines {
      laid.append(
        Routine(
          steps: step..<step + routine.code.count, slotCount: routine.slotCount, firstName: name,
          parent: routines.firstIndex { $0 === routine.parent }))
      step += routine.code.count
      name += routine.slotNames.count
    }
    return (laid, routines.flatMap(\.slotNames))
  }
}
