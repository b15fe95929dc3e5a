import Language

/// One deploy in the making: the site, the target as it was found, and the plan that leads from one to the other.
public struct Deployment: Sendable {
  public let site: BuiltSite
  public let plan: Plan
  private let sighting: Sighting

  /// Makes the plan that leads from what was seen at the target to the site; nothing is changed.
  public init(of site: BuiltSite, over sighting: Sighting, keepAssets: Int) throws(DeployFailure) {
    self.sighting = sighting
    if case .bucket = sighting.place {
      self.site = try site.versioned(knowing: sighting.state.manifest)
    } else {
      self.site = site
    }
    plan = Plan(publishing: self.site.files, over: sighting.state, keepAssets: keepAssets)
  }

  /// The same, with a look at the target of its own.
  public init(of site: BuiltSite, to destination: Destination, keepAssets: Int) throws(DeployFailure) {
    try self.init(of: site, over: Sighting(of: destination), keepAssets: keepAssets)
  }

  /// Does what the plan says.
  public func publish(
    as release: String, at now: Instant, _ course: Course = Course()
  ) throws(DeployFailure) {
    switch sighting.place {
    case .bucket(let bucket):
      return try bucket.publish(site, plan, over: sighting.state, as: release, course)
    case .module(let module): return try module.publish(site, plan, course)
    // The others serve a new site in one step: what is deleted goes with it.
    case .releases(let releases): try releases.publish(site, plan, as: release, course)
    case .remote(let remote, let state): try remote.publish(site, plan, over: state, as: release)
    case .branch(let branch, let state): try branch.publish(site, plan, over: state, at: now)
    case .artifact(let artifact): try artifact.publish(site)
    }
    try course.purge()
  }

  /// The name of the release that a deploy at this instant makes: `20261121T101500Z`.
  public static func release(at now: Instant) -> String {
    var name: [UInt8] = []
    name.append(rfc3339: ZonedMoment(Instant(seconds: now.seconds), offset: .utc))
    return String(decoding: name.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }, as: UTF8.self)
  }
}

/// A place that a site is published to.
public enum Destination: Sendable {
  case releases(Releases)
  case remote(RemoteReleases)
  case module(Module)
  case branch(Branch)
  case artifact(Artifact)
  case bucket(Bucket)

  /// Serves an earlier release again, where there are any; returns its name.
  public func rollBack(to release: String?, kind: TargetSettings.Kind) throws(DeployFailure) -> String {
    switch self {
    case .releases(let releases): try releases.rollBack(to: release)
    case .remote(let remote): try remote.rollBack(to: release)
    default: throw .objection(.cannotRollBack(kind.rawValue))
    }
  }
}
