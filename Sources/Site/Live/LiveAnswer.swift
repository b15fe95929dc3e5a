import Diagnostics
import Disk
import Templates

/// What a site in memory answers at one address.
public struct LiveAnswer: Sendable {
  /// What is sent.
  public enum Body: Sendable {
    case bytes([UInt8])
    /// A file of the site as it lies on disk.
    case file(Path)
    /// Another address, from the root of the site.
    case redirect(to: String)
    /// Nothing can be shown: the template has a mistake, which is among the others.
    case nothing
  }

  public let body: Body
  /// The file that the answer comes from, from the root of the site.
  public let source: String
  /// What is wrong with the text and the templates that were used.
  public let mistakes: [Mistake]
  /// What the site's policy has to allow for it.
  public let needs: Set<PolicyNeed>
  /// What was read on the way.
  let reads: Reads

  /// Renders a route.
  init(to route: Route, of publication: Publication, from draft: PublicationDraft) {
    source = route.source
    switch route.output {
    case .file(let file):
      (body, mistakes, reads) = (.file(draft.place(of: file)), [], Reads())
      needs = []
    case .redirect(let target):
      (body, mistakes, reads) = (.redirect(to: target), [], Reads())
      needs = []
    default:
      var worker = RenderWorker()
      do throws(Mistake) {
        let rendered = try publication.render(route, with: &worker)
        let faults = publication.filler.targets.told(rendered.faults)
        let told = rendered.mistakes + Fault.mistakes(of: faults, reading: draft.source)
        mistakes = draft.told(Report(told)).sorted
        body = .bytes(worker.out)
        reads = rendered.reads
        needs = rendered.needs
      } catch {
        (body, mistakes, reads) = (.nothing, draft.told(Report([error])).sorted, Reads())
        needs = []
      }
    }
  }
}
