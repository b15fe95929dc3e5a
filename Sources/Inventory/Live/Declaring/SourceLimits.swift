import HTTP
import Nodes

/// How much one source may take.
public struct SourceLimits: Fielded {
  public let connecting: Age
  public let total: Age
  public let size: ByteSize

  public init(reading fields: inout Fields) {
    connecting = fields.value("connect", "How long reaching it may take.", default: Age(seconds: 3))
    total = fields.value("total", "How long one answer may take.", default: Age(seconds: 10))
    size = fields.value("size", "How large one answer may be.", default: ByteSize(bytes: 32 << 20))
  }

  /// The limits of a request.
  var http: Limits {
    Limits(connecting: .seconds(connecting.seconds), total: .seconds(total.seconds), bytes: size.bytes)
  }
}
