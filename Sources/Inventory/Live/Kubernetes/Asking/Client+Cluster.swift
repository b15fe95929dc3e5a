import HTTP

extension Client {
  /// The client of one cluster, which tries twice.
  ///
  /// What may come from a store that hangs is not asked for again: the server's memory is asked instead.
  init(access: ClusterAccess, limits: Limits = Limits()) {
    self.init(
      trust: access.trust, proxy: access.proxy, limits: limits,
      retries: Retries(attempts: 2, statuses: [429, 500, 502, 503], occasions: [.connecting]),
      allowsPlain: access.allowsPlain)
  }
}
