/// A row of places like `LazyReference`, of which many lie in one piece of memory: tens of thousands are made and let go
/// with each state of a site, and few of them are ever asked for.
public final class LazyReferences<Made: AnyObject & Sendable>: Sendable {
  /// So many lie together.
  @usableFromInline static var width: Int { 64 }

  @usableFromInline
  final class Piece: Sendable {
    @usableFromInline let slots: InlineArray<64, LazySlot<Made>>

    init() { slots = InlineArray { _ in LazySlot() } }
  }

  @usableFromInline let pieces: [Piece]

  public init(count: Int) { pieces = (0..<(count + Self.width - 1) / Self.width).map { _ in Piece() } }

  /// What was made at a place; nil when nobody has asked yet.
  @inlinable
  public func load(_ place: Int) -> Made? { pieces[place / Self.width].slots[place % Self.width].load() }

  /// Keeps what was made at a place, unless another thread was faster; gives back what is kept.
  @inlinable
  public func storeIfNil(_ made: Made, at place: Int) -> Made {
    pieces[place / Self.width].slots[place % Self.width].storeIfNil(made)
  }
}
