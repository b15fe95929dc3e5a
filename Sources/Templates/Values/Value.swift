/// What a template works with.
public enum Value: Sendable {
  /// An argument that was not given or a variable not yet set; templates never see it.
  case missing
  /// A name that leads nowhere, with what is known about it.
  case undefined(Undefined)
  case none
  case bool(Bool)
  case int(Int)
  case double(Double)
  case text(String)
  /// Text that is HTML already and goes out as it is.
  case safe(String)
  /// Ready HTML as bytes, such as an article's body; becomes a string only if a filter asks.
  case markup([UInt8])
  case list([Value])
  case tuple([Value])
  /// Apart, so that the rare large value does not widen all others.
  indirect case range(NumberRange)
  case map(Map)
  case object(any HostObject)
  case callable(Callable)
  /// Something that lives only while the machine runs: a loop, a namespace, an imported module.
  case live(Live)
}

/// The numbers of `range(…)`, not yet written out.
public struct NumberRange: Sendable, Hashable {
  let start: Int
  let stop: Int
  let step: Int

  var count: Int {
    let (span, overflow) =
      step > 0 ? stop.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(stop)
    if overflow { return Int.max }
    let stride = Int(clamping: step.magnitude)
    return span <= 0 ? 0 : (span - 1) / stride + 1
  }

  func element(_ index: Int) -> Value { .int(start + index * step) }
}

/// A handle to what the machine keeps for the time of one rendering.
public struct Live: Sendable, Hashable {
  enum Kind: UInt8, Sendable { case loop, namespace, cycler, joiner, module, macro, selfBlocks, superBlock }

  let kind: Kind
  let index: Int32
}

/// Why a value is not there.
public final class Undefined: Sendable {
  enum Absence: Sendable {
    case name(String)
    case member(String, of: Value)
    case element(Value, of: Value)
    case parameter(String)
    case previousItem, nextItem
    case notExported(String, template: String)
    case caller
    case first, last
    /// The missing `else` of a one-line `if`: prints as nothing, even under the strict rule.
    case silent
  }

  let absence: Absence

  init(_ absence: Absence) { self.absence = absence }

  var isSilent: Bool { if case .silent = absence { true } else { false } }
}

extension Value {
  static let silent = Value.undefined(Undefined(.silent))

  static func undefined(_ absence: Undefined.Absence) -> Value { .undefined(Undefined(absence)) }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self = .text(text) }
  public init(integerLiteral number: Int) { self = .int(number) }
  public init(booleanLiteral truth: Bool) { self = .bool(truth) }
  public init(floatLiteral number: Double) { self = .double(number) }
  public init(arrayLiteral items: Value...) { self = .list(items) }
  public init(dictionaryLiteral pairs: (String, Value)...) { self = .map(Map(pairs)) }
}
