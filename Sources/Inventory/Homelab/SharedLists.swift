import Synchronization

/// Lists that many things have in common, each made when it is first asked for: machines that carry the same clusters
/// carry the same hundreds of applications.
final class SharedLists: Sendable {
  private let made = Mutex<[[Int]: FactValue]>([:])

  /// More would rather keep what nobody asks for again than save anything.
  private static let limit = 256

  /// The list that belongs to some things; it must follow from them alone.
  func list(of things: [Int], _ make: () -> FactValue) -> FactValue {
    if let list = made.withLock({ $0[things] }) { return list }
    let list = make()
    made.withLock { if $0.count < Self.limit { $0[things] = list } }
    return list
  }
}
