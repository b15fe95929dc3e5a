/// How long a request may take, and how much may come back.
public struct Limits: Sendable, Equatable {
  /// For finding the server, connecting and shaking hands.
  public var connecting: Duration
  /// For everything, the connection included.
  public var total: Duration
  /// How long nothing may arrive or leave once connected; nil waits as long as `total` allows.
  public var stall: Duration?
  /// The most bytes a body may have, unpacked.
  public var bytes: Int

  public init(
    connecting: Duration = .seconds(3), total: Duration = .seconds(10), stall: Duration? = nil,
    bytes: Int = 32 << 20
  ) {
    self.connecting = connecting
    self.total = total
    self.stall = stall
    self.bytes = bytes
  }

  /// More than any server's head has.
  static let headBytes = 256 << 10
}
