/// Values one above the other, in one piece of memory that grows: what a rendering computes with, and its frames.
///
/// A page takes a thousand steps. An array asks before each of them whether it is shared, and what it hands out is
/// counted. Here a value is moved in and out, or lent: taken from its place, looked at, and given back, which counts
/// nothing. Hence the pointer, which does not leave this file.
struct ValueStack: ~Copyable {
  private var values: UnsafeMutablePointer<Value>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 128) {
    values = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit {
    values.deinitialize(count: count)
    values.deallocate()
  }

  subscript(place: Int) -> Value {
    @inline(__always) get {
      check(place)
      return values[place]
    }
    @inline(__always) set {
      check(place)
      values[place] = newValue
    }
  }

  @inline(__always)
  mutating func push(_ value: consuming Value) {
    if count == capacity { grow() }
    (values + count).initialize(to: value)
    count += 1
  }

  @inline(__always)
  mutating func pop() -> Value {
    check(count - 1)
    count -= 1
    return (values + count).move()
  }

  /// Takes a value out of its place, where nothing is until it is given back.
  @inline(__always)
  mutating func lend(_ place: Int) -> Value {
    check(place)
    let value = (values + place).move()
    (values + place).initialize(to: .missing)
    return value
  }

  /// Puts a value where nothing is.
  @inline(__always)
  mutating func giveBack(_ value: consuming Value, to place: Int) {
    check(place)
    (values + place).initialize(to: value)
  }

  @inline(__always)
  func isMissing(_ place: Int) -> Bool {
    check(place)
    if case .missing = values[place] { return true }
    return false
  }

  /// Drops what lies above a height.
  @inline(__always)
  mutating func cut(to height: Int) { while count > height { _ = pop() } }

  /// Takes the uppermost values, in the order in which they came.
  mutating func take(_ number: Int) -> [Value] {
    check(count - number, to: count)
    var taken: [Value] = []
    taken.reserveCapacity(number)
    for place in count - number..<count { taken.append((values + place).move()) }
    count -= number
    return taken
  }

  /// Puts a value below the uppermost ones.
  mutating func insert(_ value: consuming Value, below number: Int) {
    let above = take(number)
    push(value)
    for value in above { push(value) }
  }

  /// A step that reaches past the values would be a mistake of the compiler's; it must not read what is not there.
  @inline(__always)
  private func check(_ place: Int) {
    precondition(UInt(bitPattern: place) < UInt(bitPattern: count), "a step reaches past the stack")
  }

  @inline(__always)
  private func check(_ start: Int, to end: Int) {
    precondition(start >= 0 && start <= end, "a step reaches past the stack")
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: values, count: count)
    values.deallocate()
    values = larger
    capacity *= 2
  }
}
