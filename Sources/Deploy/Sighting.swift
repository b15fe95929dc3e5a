/// What was found at a target before a deploy.
///
/// A target can be looked at while the site is still read: only the plan needs both.
public struct Sighting: Sendable {
  let state: TargetState
  let place: Place

  /// A target with what only it understands of what was found there.
  enum Place: Sendable {
    case releases(Releases)
    case remote(RemoteReleases, RemoteReleases.State)
    case module(Module)
    case branch(Branch, Branch.State)
    case artifact(Artifact)
    case bucket(Bucket)
  }

  /// Looks at a target; nothing is changed.
  public init(of destination: Destination) throws(DeployFailure) {
    switch destination {
    case .releases(let releases):
      state = try releases.state()
      place = .releases(releases)
    case .remote(let remote):
      let there = try remote.state()
      state = there.target
      place = .remote(remote, there)
    case .module(let module):
      state = try module.state()
      place = .module(module)
    case .branch(let branch):
      let there = try branch.state()
      state = there.target
      place = .branch(branch, there)
    case .artifact(let artifact):
      state = artifact.state
      place = .artifact(artifact)
    case .bucket(let bucket):
      state = try bucket.state()
      place = .bucket(bucket)
    }
  }
}
