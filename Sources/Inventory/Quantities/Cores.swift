import Language
import Nodes

/// An amount of processor, in thousandths of a core.
public struct Cores: TextReadable, Hashable, Comparable {
  public let millicores: Int

  public init(millicores: Int) { self.millicores = millicores }

  /// Reads `4`, `1.5` and Kubernetes' `500m`.
  public init?(text: String) {
    guard let measure = Measure(text), measure.unit == "" || measure.unit == "m",
      let value = measure.whole(times: measure.unit == "m" ? 1 : 1000)
    else { return nil }
    millicores = value
  }

  public static let expected = Expectation.words(
    english: "a number of cores such as 4, 1.5 or 500m",
    spanish: "un número de núcleos como 4, 1.5 o 500m"
  )
  public static let pattern: String? = "^\\d+([.,]\\d+)?m?$"
  public static let standIn = Cores(millicores: 0)
  public var written: Node? {
    millicores.isMultiple(of: 1000) ? Node(millicores / 1000) : Node("\(millicores)m")
  }

  /// The amount for people: `4`, `1,5`.
  public func text(in tongue: Tongue) -> String {
    var out: [UInt8] = []
    out.append(number: Double(millicores) / 1000, decimals: 0...3, in: tongue)
    return String(decoding: out, as: UTF8.self)
  }

  public static func < (one: Cores, other: Cores) -> Bool { one.millicores < other.millicores }
}
