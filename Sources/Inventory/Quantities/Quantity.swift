import Language

/// An amount of something, whatever it counts.
public enum Quantity: Sendable, Hashable {
  case size(ByteSize)
  case cores(Cores)
  case rate(BitRate)
  case power(Watts)

  /// The amount for people.
  public func text(in tongue: Tongue) -> String {
    switch self {
    case .size(let size): size.text(in: tongue)
    case .cores(let cores): cores.text(in: tongue)
    case .rate(let rate): rate.text(in: tongue)
    case .power(let watts): watts.text(in: tongue)
    }
  }

  /// The amount as a whole number of its smallest unit, for sorting and adding.
  public var amount: Int {
    switch self {
    case .size(let size): size.bytes
    case .cores(let cores): cores.millicores
    case .rate(let rate): rate.bitsPerSecond
    case .power(let watts): watts.milliwatts
    }
  }

  /// The name of the smallest unit.
  public var unit: String {
    switch self {
    case .size: "bytes"
    case .cores: "millicores"
    case .rate: "bits_per_second"
    case .power: "milliwatts"
    }
  }
}
