import Nodes

/// The answer to one named question: a number, or what it was over time.
public struct ObservedNumber: Fact {
  public var value: Double?
  public var unit: String?
  public var points: [Double] = []
  public var step: Int?

  public init() {}

  public init(reading fields: inout Fields) {
    value = fields.optional("value", "The number; none where there was no data or no finite number.")
    unit = fields.optional("unit", "What it counts, as the question declares.")
    points = fields.value("points", "Its values over time, oldest first.", default: [])
    step = fields.optional("step_seconds", "Seconds between two points.")
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("value", .fact(value)),
      ("unit", .fact(unit)),
      ("points", .fact(points)),
      ("step_seconds", .fact(step)),
    ]
  }
}
