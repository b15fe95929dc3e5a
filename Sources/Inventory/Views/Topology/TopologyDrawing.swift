/// The topology as a drawing: where each box, text and line stands, in whole pixels from the upper left corner.
///
/// From above: the internet, the clusters with what it reaches in them, what keeps their volumes, and the places with
/// machines, guests and nodes. A node bears the sign of its cluster, which spares the drawing a line for each.
public struct TopologyDrawing: Sendable, Equatable {
  /// One box.
  public struct Box: Sendable, Equatable {
    /// What it stands for.
    public enum Shape: String, Sendable {
      case internet, cluster, gate, app, storage, site, host, guest, node
      /// What a drawing has no room for.
      case more
    }

    public let shape: Shape
    /// Nil for what is no thing of the inventory.
    public let id: EntityID?
    public internal(set) var frame: Frame
    /// All its words, uncut.
    public let label: String
    public internal(set) var texts: [Text]
    /// The number of its cluster among those drawn, from 0, by which it gets a sign and a colour.
    public let livery: Int?
    public let status: LifeStatus
    public let count: Int
  }

  /// One line of text; it begins at `x` and stands on `y`.
  public struct Text: Sendable, Equatable {
    public enum Style: String, Sendable {
      case heading, name, detail, state
    }

    public let style: Style
    public let x: Int
    public let y: Int
    public let text: String
  }

  /// A line from box to box, in straight pieces.
  public struct Line: Sendable, Equatable {
    public enum Kind: String, Sendable {
      /// From the internet to a gate.
      case ingress
      /// From a gate to an application.
      case exposed
      /// From a cluster to its storage.
      case storage
    }

    public let kind: Kind
    public let livery: Int?
    public let points: [Point]
  }

  public struct Point: Sendable, Hashable {
    public let x: Int
    public let y: Int
  }

  public let width: Int
  public let height: Int
  /// Each before those inside it.
  public let boxes: [Box]
  public let lines: [Line]
}

/// A rectangle of a drawing.
public struct Frame: Sendable, Hashable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  public var right: Int { x + width }
  public var bottom: Int { y + height }

  func contains(_ other: Frame) -> Bool {
    x <= other.x && y <= other.y && other.right <= right && other.bottom <= bottom
  }

  func overlaps(_ other: Frame) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }
}

extension TopologyDrawing.Text.Style {
  var measure: TextMeasure {
    switch self {
    case .heading: TextMeasure(size: 16, isBold: true)
    case .name: TextMeasure(size: 14, isBold: true)
    case .detail: TextMeasure(size: 12, isBold: false)
    case .state: TextMeasure(size: 12, isBold: true)
    }
  }
}
