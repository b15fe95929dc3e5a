import Synchronization

/// A row of places like `LazyReference`, of which many lie in one piece of memory: tens of thousands are made and let go
/// with each state of a site, and few of them are ever asked for.
public final class LazyReferences<Made: AnyObject & Sendable>: Sendable {
  /// So many lie together.
  @usableFromInline static var width: Int { 64 }

  @usableFromInline final class Piece: Sendable {
    /// References as numbers, zero while there is none; see `LazyReference`.
    @usableFromInline let bits: InlineArray<64, Atomic<UInt>>

    init() { bits = InlineArray { _ in Atomic(0) } }

    deinit {
      for place in bits.indices {
        guard let made = UnsafeRawPointer(bitPattern: bits[place].load(ordering: .acquiring)) else {
          continue
        }
        Unmanaged<Made>.fromOpaque(made).release()
      }
    }
  }

  @usableFromInline let pieces: [Piece]

  public init(count: Int) { pieces = (0..<(count + Self.width - 1) / Self.width).map { _ in Piece() } }

  /// What was made at a place; nil when nobody has asked yet.
  @inlinable
  public func load(_ place: Int) -> Made? {
    let bits = pieces[place / Self.width].bits[place % Self.width].load(ordering: .acquiring)
    guard let made = UnsafeRawPointer(bitPattern: bits) else { return nil }
    return Unmanaged<Made>.fromOpaque(made).takeUnretainedValue()
  }

  /// Keeps what was made at a place, unless another thread was faster; gives back what is kept.
  @inlinable
  public func storeIfNil(_ made: Made, at place: Int) -> Made {
    let reference = Unmanaged.passRetained(made)
    let stored = pieces[place / Self.width].bits[place % Self.width].compareExchange(
      expected: 0, desired: UInt(bitPattern: reference.toOpaque()), ordering: .acquiringAndReleasing)
    guard !stored.exchanged else { return made }
    reference.release()
    return load(place) ?? made
  }
}
