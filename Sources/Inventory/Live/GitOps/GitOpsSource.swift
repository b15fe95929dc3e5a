import Diagnostics
import Disk
import Nodes

/// A checkout of the repository that a cluster follows: what it says should run.
///
/// Secrets, values and addresses of repositories stay there; files of SOPS and templates are passed over.
struct GitOpsSource: LiveSource {
  let settings: SourceSettings
  let place: SourcePlace

  func fetch(in context: PullContext) throws(SourceRefusal) -> SourceAnswer {
    let path = settings.path ?? ""
    let checkout: Checkout
    do throws(DiskFailure) {
      checkout = try Checkout(at: context.path(path))
    } catch {
      throw SourceRefusal(SourceFinding.unreadable(path), at: place)
    }
    var facts = Deliveries(of: checkout)
    facts.addApplications(settings.apps.map { AppFolders(pattern: $0, exclusions: []) })
    let remarks = Set(checkout.skipped).sorted().prefix(Self.mostRemarks).map {
      place.mistake(SourceFinding.skipped($0))
    }
    var observed = Observed()
    observed.deliveries = facts.all
    return SourceAnswer(observed, remarks: Report(Array(remarks)))
  }

  /// More would hide the rest of what is told.
  private static let mostRemarks = 20
}
