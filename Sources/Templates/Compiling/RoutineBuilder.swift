/// Collects the steps of one routine.
final class RoutineBuilder {
  let parent: RoutineBuilder?
  private(set) var code: [Instruction] = []
  private(set) var places: [Range<Int>] = []
  /// The first slot of each routine holds where the frame of the routine around begins.
  private(set) var slotCount = 1
  private(set) var slotNames: [Name] = [""]

  init(parent: RoutineBuilder?) { self.parent = parent }

  var position: Int { code.count }

  func slot(for name: String) -> Int {
    let slot = slotCount
    slotCount += 1
    slotNames.append(Name(name))
    return slot
  }

  /// How many routines outwards another one is.
  func distance(to other: RoutineBuilder) -> Int {
    var count = 0
    var here: RoutineBuilder? = self
    while let routine = here, routine !== other {
      count += 1
      here = routine.parent
    }
    return count
  }

  @discardableResult
  func add(_ operation: Instruction.Operation, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, at range: Range<Int>)
    -> Int
  {
    code.append(Instruction(operation: operation, a: Int32(a), b: Int32(b), c: Int32(c)))
    places.append(range)
    return code.count - 1
  }

  /// Lets the last step write its answer, when it is one that can; no jump leads behind it yet.
  func writeLast() -> Bool {
    guard let last = code.last, let writing = last.operation.writing else { return false }
    code[code.count - 1] = Instruction(operation: writing, a: last.a, b: last.b, c: last.c)
    return true
  }

  /// Lets a jump that was written earlier lead here.
  func land(_ jump: Int) { code[jump].a = Int32(code.count) }

  func land(_ jumps: [Int]) { for jump in jumps { land(jump) } }
}
