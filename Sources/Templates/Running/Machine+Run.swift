import Bytes
import Diagnostics

// The loop over the steps of one routine.

extension Machine {
  mutating func run(_ activation: Activation) throws(Fault) {
    let routine = activation.program.routines[activation.routine]
    var position = 0
    do {
      // The source and the steps are borrowed for the whole run: taking hold of the source for every piece of text would
      // cost more than copying the piece.
      try activation.program.source.bytes.withUnsafeBufferPointer { (source) throws(Fault) in
        try activation.program.code.withUnsafeBufferPointer { (code) throws(Fault) in
          let code = UnsafeBufferPointer(rebasing: code[routine.steps])
          while position < code.count {
            let step = code[position]
            position += 1
            try perform(step, activation, source, &position)
          }
        }
      }
    } catch {
      throw located(
        error, activation.program, activation.program.places[routine.steps.lowerBound + position - 1])
    }
  }

  private mutating func located(_ fault: Fault, _ program: Program, _ range: Range<Int>) -> Fault {
    var fault = fault
    if fault.source == nil {
      fault.source = program.source
      fault.range = fault.range ?? range
      fault.trail = trail.map(\.stop)
    }
    return fault
  }

  /// The frequent steps; the rest stands in `performRare`, so that this stays small in the processor's cache.
  @inline(__always)
  private mutating func perform(
    _ step: Instruction, _ activation: Activation, _ source: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) throws(Fault) {
    switch step.operation {
    case .text: try write(UnsafeBufferPointer(rebasing: source[Int(step.a)..<Int(step.b)]))
    case .emit: try write(pop())
    case .emitSlot: try writeSlot(step, activation)
    case .emitMember: try writeMember(step, activation)
    case .emitKnown: try writeKnown(step, activation)
    case .emitFilter: try writeFiltered(activation.program.filters[Int(step.a)])
    case .slotHolds: try slotHolds(step, activation)
    case .constant: stack.push(activation.program.constants[Int(step.a)])
    case .load: load(step, activation)
    case .store: slots[activation.base + Int(step.a)] = pop()
    case .clear: slots[activation.base + Int(step.a)] = .missing
    case .member: try stack.push(member(pop(), activation.program.names[Int(step.a)]))
    case .slotMember: try stack.push(member(ofSlot: step, activation))
    case .jump: position = Int(step.a)
    case .jumpUnless: if try !truth(pop()) { position = Int(step.a) }
    case .jumpUnlessKeeping: try jump(step, when: false, &position)
    case .jumpIfKeeping: try jump(step, when: true, &position)
    case .compare: try compare(step.a)
    case .advance: try advance(&position, end: Int(step.a))
    case .filter: try filter(activation.program.filters[Int(step.a)])
    case .measure: try measure()
    case .test: try test(activation.program.tests[Int(step.a)])
    default:
      if step.operation.isCall {
        try performCall(step, activation, &position)
      } else {
        try performRare(step, activation, &position)
      }
    }
  }

  @inline(never)
  private mutating func performRare(
    _ step: Instruction, _ activation: Activation, _ position: inout Int
  ) throws(Fault) {
    switch step.operation {
    case .pop: _ = pop()
    case .tuck: tuck()
    case .dropUnder: dropUnder()
    case .item: try item(step, activation)
    case .slice: try slice()
    case .makeList: stack.push(.list(take(Int(step.a))))
    case .makeTuple: stack.push(.tuple(take(Int(step.a))))
    case .makeMap: try makeMap(Int(step.a))
    case .unpack: try unpack(Int(step.a))
    case .unary: try unary(Int(step.a))
    case .binary: try binary(step.a)
    case .concat: try concat(Int(step.a))
    case .beginLoop: try beginLoop(step, activation)
    case .collect: collect()
    case .endLoop: loops.removeLast()
    case .endCollecting: stack.push(.list(loops.removeLast().collected))
    case .skipOtherwise: if loops[loops.count - 1].completed { position = Int(step.a) }
    case .setLoopValue:
      slots[activation.base + Int(step.a)] = .live(Live(kind: .loop, index: Int32(loops.count - 1)))
    case .leaveLoop: loops[loops.count - 1].completed = true
    case .loadOuter: try loadOuter(step, activation)
    case .appendTo: try storeOuter(step, activation)
    case .export: export(step, activation)
    case .beginCapture: captures.append(out.count)
    case .endCapture: endCapture()
    case .setEscaping: try setEscaping()
    case .restoreEscaping: escapes = escapeStates.popLast() ?? escapes
    case .unlessExtended: if contexts[activation.context].extended != nil { position = Int(step.a) }
    default: break
    }
  }

  @inline(never)
  private mutating func performCall(
    _ step: Instruction, _ activation: Activation, _ position: inout Int
  ) throws(Fault) {
    switch step.operation {
    case .call: try call(activation.program.calls[Int(step.a)])
    case .callMethod:
      try callMethod(
        activation.program.calls[Int(step.a)], activation.program.names[Int(step.b)], changes: step.c != 0)
    case .callSuper: try callSuper(Int(step.a), captured: true, activation)
    case .emitSuper: try callSuper(Int(step.a), captured: false, activation)
    case .emitCall: try writeCall(activation.program.calls[Int(step.a)])
    case .recurse: try recurse(Int(step.a), activation)
    case .setAttribute: try setAttribute(activation.program.names[Int(step.a)])
    case .fillParameter: fillParameter(step, activation, &position)
    case .defineMacro: defineMacro(step, activation)
    case .block: try block(step, activation)
    case .extends: try extends(activation.program.references[Int(step.a)], activation)
    case .include: try include(activation.program.references[Int(step.a)], activation)
    case .importModule: try importModule(activation.program.references[Int(step.a)], activation)
    case .importName: importName(activation.program.names[Int(step.a)])
    case .fail: throw Fault(activation.program.failures[Int(step.a)])
    default: break
    }
  }
}
