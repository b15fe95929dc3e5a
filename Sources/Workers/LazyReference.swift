import Synchronization

/// A place for something that is made when it is first asked for, by whichever thread that is, and stays from then on.
///
/// The library's `AtomicLazyReference` does the same, but it is not compiled for what it holds: it looks up types each
/// time it is read, which costs some 670 instructions instead of ten, and templates read such places all the time.
public final class LazyReference<Made: AnyObject & Sendable>: Sendable {
  @usableFromInline let slot = LazySlot<Made>()

  public init() {}

  /// What was made; nil when nobody has asked yet.
  @inlinable
  public func load() -> Made? { slot.load() }

  /// The same without counting who has it, for as long as the place itself is there: what all threads look up all the
  /// time is counted by none of them.
  @inlinable
  public func lent() -> Unmanaged<Made>? { slot.lent() }

  /// Keeps what was made, unless another thread was faster; gives back what is kept.
  @inlinable
  public func storeIfNil(_ made: Made) -> Made { slot.storeIfNil(made) }
}

/// The place itself, to lie in whatever holds it.
@usableFromInline
struct LazySlot<Made: AnyObject & Sendable>: ~Copyable, Sendable {
  /// The reference as a number, since nothing else fits an atomic word; zero while there is none. It counts for one.
  @usableFromInline let bits = Atomic<UInt>(0)

  init() {}

  deinit {
    guard let made = UnsafeRawPointer(bitPattern: bits.load(ordering: .acquiring)) else { return }
    Unmanaged<Made>.fromOpaque(made).release()
  }

  @inlinable
  func load() -> Made? { lent()?.takeUnretainedValue() }

  @inlinable
  func lent() -> Unmanaged<Made>? {
    UnsafeRawPointer(bitPattern: bits.load(ordering: .acquiring)).map { Unmanaged<Made>.fromOpaque($0) }
  }

  @inlinable
  func storeIfNil(_ made: Made) -> Made {
    let reference = Unmanaged.passRetained(made)
    let stored = bits.compareExchange(
      expected: 0, desired: UInt(bitPattern: reference.toOpaque()), ordering: .acquiringAndReleasing)
    guard !stored.exchanged else { return made }
    reference.release()
    return load() ?? made
  }
}
