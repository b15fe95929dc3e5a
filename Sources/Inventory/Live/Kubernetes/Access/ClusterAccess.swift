import HTTP

/// The way to one cluster: where it is, whom to trust, what to show.
struct ClusterAccess: Sendable {
  /// The address without a slash at its end.
  let server: String
  let trust: Trust
  let proxy: Proxy
  /// What tells the server who asks.
  let headers: [HTTP.Header]
  let acceptsCompression: Bool
  let allowsPlain: Bool
  /// The credentials, which nothing that is told may hold.
  let secrets: [String]
}
