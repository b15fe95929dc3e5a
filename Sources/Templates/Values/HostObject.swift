import Bytes
import Language

/// A lazy value that the site hands in: it answers by member name, only when a template asks.
///
/// An answer that depends on something outside the object records the key of what it read, so that the site knows
/// when the page must be rendered again.
public protocol HostObject: AnyObject, Sendable {
  /// The member of that name; nil when there is none.
  func member(_ name: Name, reads: inout Reads) -> Value?
  /// Writes what a member prints as and says whether it did. What the object has at hand need not be handed over and
  /// counted to be printed; all else is asked of `member`.
  func write(_ name: Name, into out: inout OutputBuffer, escaping: Bool, reads: inout Reads) -> Bool
  /// The names that the object answers to, for messages and for walking over them.
  var memberNames: [String] { get }
  /// What the object prints as.
  func text(reads: inout Reads) -> Value
  /// What a loop over the object walks through; nil when it is no list.
  func elements(reads: inout Reads) -> [Value]?
  /// The object as a dict, for whatever looks at more of it than one member: loops, filters, methods; nil when it is none.
  func entries(reads: inout Reads) -> Map?
  /// Whether templates take the object for a dict.
  var isMapping: Bool { get }
  /// What a call of the object answers; nil when it cannot be called.
  func answer(_ call: inout HostCall) throws(HostRefusal) -> Value?
}

extension HostObject {
  public func write(_ name: Name, into out: inout OutputBuffer, escaping: Bool, reads: inout Reads) -> Bool {
    false
  }
  public func text(reads: inout Reads) -> Value { .text("") }
  public func elements(reads: inout Reads) -> [Value]? { nil }
  public func entries(reads: inout Reads) -> Map? { nil }
  public var isMapping: Bool { false }
  public func answer(_ call: inout HostCall) throws(HostRefusal) -> Value? { nil }
}

/// The keys of everything a rendering has read from the site.
public struct Reads: Sendable {
  public private(set) var keys: [UInt64] = []
  /// When the output would be another, because it tells how long ago something was; nil for never.
  public private(set) var expiry: Instant?

  public init() {}

  /// Makes room for as many notes as most pages take.
  init(room: Int) { keys.reserveCapacity(room) }

  /// Notes that the output depends on the thing of that key.
  public mutating func record(_ key: UInt64) { keys.append(key) }

  /// Notes that the output changes at an instant.
  public mutating func record(expiry instant: Instant) { expiry = min(expiry ?? instant, instant) }
}
