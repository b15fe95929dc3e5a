import Language

/// The value of one fact, whatever its type, for tables, templates and comparisons.
public enum FactValue: Sendable, Equatable {
  /// The author says that it is not known, which is more than saying nothing.
  case unknown
  /// Words of no language: a model, an address, a version.
  case text(String)
  /// Words for people.
  case words(LocalText)
  case version(VersionText)
  case integer(Int)
  case number(Double)
  case truth(Bool)
  case quantity(Quantity)
  case instant(Instant)
  case reference(Reference)
  case list([FactValue])
  case group(Facts)
}

/// A value that can be a fact.
protocol Factual {
  var fact: FactValue { get }
}

extension String: Factual { var fact: FactValue { .text(self) } }
extension Int: Factual { var fact: FactValue { .integer(self) } }
extension Double: Factual { var fact: FactValue { .number(self) } }
extension Bool: Factual { var fact: FactValue { .truth(self) } }
extension LocalText: Factual { var fact: FactValue { .words(self) } }
extension VersionText: Factual { var fact: FactValue { .version(self) } }
extension ByteSize: Factual { var fact: FactValue { .quantity(.size(self)) } }
extension Cores: Factual { var fact: FactValue { .quantity(.cores(self)) } }
extension BitRate: Factual { var fact: FactValue { .quantity(.rate(self)) } }
extension Watts: Factual { var fact: FactValue { .quantity(.power(self)) } }
extension PartialDay: Factual { var fact: FactValue { .text(text) } }
extension Instant: Factual { var fact: FactValue { .instant(self) } }

extension Array: Factual where Element: Factual {
  var fact: FactValue { .list(map(\.fact)) }
}

extension Factual where Self: RawRepresentable, RawValue == String {
  var fact: FactValue { .text(rawValue) }
}

/// A structure that keeps what it read as facts.
protocol FactGroup: Factual {
  var facts: Facts { get }
}

extension FactGroup {
  var fact: FactValue { .group(facts) }
}
