import Nodes

/// A kind of thing that an inventory declares.
protocol Declaration: Fielded, Equatable {
  static var kind: Kind { get }
  var common: Common { get }
  /// All that is said of it, the common fields first.
  var facts: Facts { get }
}
