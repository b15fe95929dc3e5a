/// One step of the machine: what to do and up to three numbers, without anything to count references of.
struct Instruction {
  enum Operation: UInt8 {
    // Output.
    case text, emit, emitSlot, emitMember, emitKnown, emitFilter, emitCall, emitSuper
    case beginCapture, endCapture
    // Values.
    case constant, load, loadOuter, store, clear, pop, tuck
    case member, slotMember, slotHolds, item, slice
    case makeList, makeTuple, makeMap, unpack, makeSlice
    // Computing.
    case unary, binary, concat, compare, truth
    case filter, measure, test, call, callMethod, callSuper
    // Ways.
    case jump, jumpUnless, jumpUnlessKeeping, jumpIfKeeping, dropUnder
    // Loops.
    case beginLoop, advance, collect, endLoop, endCollecting, skipOtherwise, setLoopValue, leaveLoop
    case recurse
    // Names.
    case export, setAttribute, fillParameter, defineMacro, appendTo
    // Templates.
    case block, extends, include, importModule, importName, unlessExtended
    case setEscaping, restoreEscaping
    case fail

    /// Whether the step calls something, or makes something that is called; all others are computed in place.
    var isCall: Bool {
      switch self {
      case .call, .callMethod, .callSuper, .emitSuper, .emitCall, .recurse, .fillParameter, .defineMacro,
        .block,
        .extends, .include, .importModule, .importName, .setAttribute, .fail:
        true
      default: false
      }
    }
  }

  let operation: Operation
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0
}

extension Instruction.Operation {
  /// The step that writes what this one leaves on the stack.
  var writing: Instruction.Operation? {
    switch self {
    case .filter: .emitFilter
    case .call: .emitCall
    case .callSuper: .emitSuper
    default: nil
    }
  }
}
