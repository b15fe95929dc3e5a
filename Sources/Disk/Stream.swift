/// A stream of the process that people and other programs read.
public enum Stream: Int32, Sendable {
  case standardOutput = 1
  case standardError = 2

  /// Writes all bytes; when the reader has gone away there is nobody left to tell, and the rest is dropped.
  public func write(_ bytes: [UInt8]) { _ = System.write(bytes, to: rawValue) }
}
