import Nodes

/// A question to a monitoring server, whose answer is one number.
public struct NamedQuery: Fielded {
  public let query: String
  public let unit: String?
  /// How far back its values go; nil for the number of this moment alone.
  public let range: Age?
  public let points: Int

  public init(reading fields: inout Fields) {
    query = fields.value("query", "The question in PromQL; its answer must be one number.")
    unit = fields.optional("unit", "What the number counts: W, °C, %.")
    range = fields.optional("range", "How far back a small curve shows it, such as 24h.")
    points = fields.value("points", "How many points the curve has.", default: 48, in: 2...500)
  }
}
