import Synchronization

/// A team of threads that work through a list together.
///
/// The threads are our own: tasks that wait for disk or network would hold up the few of the language's shared pool.
/// Results come in the order of the items, whoever worked on them.
public struct Workers: Sendable {
  /// How many threads work at once.
  public let count: Int
  /// Where given, items are taken in an order shuffled by this seed, to show that the order changes nothing.
  public let shuffleSeed: UInt64?

  public init(count: Int, shuffleSeed: UInt64? = nil) {
    self.count = max(1, count)
    self.shuffleSeed = shuffleSeed
  }

  /// Does the same to each item and gives the results in the items' order.
  ///
  /// When one throws, no further item is begun, and the error of the first item that failed is thrown.
  public func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ body: @escaping @Sendable (Item) throws -> Result
  ) throws -> [Result] {
    try map(items, keeping: {}) { (_: inout Void, item) in try body(item) }
  }

  /// Does the same to each item, alone where no thread is to be had.
  public func each<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    guard count > 1, items.count > 1 else { return items.map(body) }
    do {
      return try map(items, body)
    } catch {
      return items.map(body)
    }
  }

  /// Does the same to each item, with something that each thread makes once and keeps: a parser, a buffer.
  ///
  /// What is kept must not change any result, because nobody knows which items it has seen. With `fromEnd` the last items
  /// are begun first, where those take longest.
  public func map<Item: Sendable, Kept: ~Copyable, Result: Sendable>(
    _ items: [Item],
    fromEnd: Bool = false,
    keeping make: @escaping @Sendable () -> Kept,
    _ body: @escaping @Sendable (inout Kept, Item) throws -> Result
  ) throws -> [Result] {
    let job = Job(
      items: items, order: order(of: items.count), fromEnd: fromEnd, workers: count, make: make, body: body)
    let hired = min(count, job.chunks) - 1
    let threads = try (0..<max(0, hired)).map { _ in try Thread { job.work() } }
    job.work()
    for thread in threads { thread.join() }
    return try job.results()
  }

  private func order(of count: Int) -> [Int]? {
    guard let shuffleSeed else { return nil }
    var generator = SplitMix(state: shuffleSeed)
    return (0..<count).shuffled(using: &generator)
  }
}

/// One list being worked through: each thread takes the next chunk until none is left.
private final class Job<Item: Sendable, Kept: ~Copyable, Result: Sendable>: Sendable {
  /// What came of one chunk, up to its first failure.
  private struct Outcome {
    let start: Int
    var results: [Result] = []
    var failure: (index: Int, error: any Error)?
  }

  private let items: [Item]
  /// Nil where items are taken as they stand.
  private let order: [Int]?
  private let fromEnd: Bool
  private let make: @Sendable () -> Kept
  private let body: @Sendable (inout Kept, Item) throws -> Result
  private let chunk: Int
  private let next = Atomic<Int>(0)
  private let hasFailed = Atomic<Bool>(false)
  private let outcomes = Mutex<[Outcome]>([])

  /// So many chunks for each worker that the last ones to finish wait little, so few that taking one costs nothing.
  private static var chunksPerWorker: Int { 64 }

  init(
    items: [Item], order: [Int]?, fromEnd: Bool, workers: Int, make: @escaping @Sendable () -> Kept,
    body: @escaping @Sendable (inout Kept, Item) throws -> Result
  ) {
    self.items = items
    self.order = order
    self.fromEnd = fromEnd
    self.make = make
    self.body = body
    chunk = max(1, items.count / (workers * Self.chunksPerWorker))
  }

  var chunks: Int { (items.count + chunk - 1) / chunk }

  func work() {
    var done: [Outcome] = []
    var kept = make()
    while !hasFailed.load(ordering: .relaxed) {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < chunks else { break }
      let start = (fromEnd ? chunks - 1 - number : number) * chunk
      done.append(outcome(of: start..<min(start + chunk, items.count), keeping: &kept))
    }
    outcomes.withLock { $0.append(contentsOf: done) }
  }

  private func outcome(of places: Range<Int>, keeping kept: inout Kept) -> Outcome {
    var outcome = Outcome(start: places.lowerBound)
    outcome.results.reserveCapacity(places.count)
    for place in places where !hasFailed.load(ordering: .relaxed) {
      let index = order?[place] ?? place
      do {
        outcome.results.append(try body(&kept, items[index]))
      } catch {
        outcome.failure = (index, error)
        hasFailed.store(true, ordering: .relaxed)
      }
    }
    return outcome
  }

  func results() throws -> [Result] {
    let outcomes = outcomes.withLock { $0 }.sorted { $0.start < $1.start }
    if let first = outcomes.compactMap(\.failure).min(by: { $0.index < $1.index }) { throw first.error }
    var results: [Result] = []
    results.reserveCapacity(items.count)
    for outcome in outcomes { results += outcome.results }
    guard let order else { return results }
    var places = order
    for (place, index) in order.enumerated() { places[index] = place }
    return places.map { results[$0] }
  }
}

/// A small generator whose shuffles are the same on every machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
