import Diagnostics
import Disk
import Language
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

  public private(set) var body: Body
  /// The file that the answer comes from, from the root of the site.
  public let source: String
  /// What the site's policy has to allow for it.
  public let needs: Set<PolicyNeed>
  /// What is wrong with the text and the templates that were used.
  public private(set) var mistakes: [Mistake]
  /// The same as facts, for they are told in view of the whole site.
  let faults: [Fault]
  private let others: [Mistake]
  /// Until when it is true without any edit; nil for ever.
  public var expiry: Instant? { trace.expiry }
  /// What was read on the way.
  let trace: OutputTrace

  /// Whether its bytes were let go.
  private(set) var isForgotten = false

  /// About how much memory it takes.
  var size: Int { if case .bytes(let bytes) = body { bytes.count } else { 0 } }

  /// Lets the bytes go, and keeps what they were made of.
  mutating func forget() {
    guard case .bytes = body else { return }
    (body, isForgotten) = (.nothing, true)
  }

  /// Renders a route.
  init(to route: Route, of publication: Publication, from draft: PublicationDraft) {
    source = route.source
    var reads = Reads()
    var hasFailed = false
    var (faults, others): ([Fault], [Mistake]) = ([], [])
    var needs: Set<PolicyNeed> = []
    switch route.output {
    case .file(let file):
      let place = draft.place(of: file)
      body = .file(place)
      do throws(Mistake) {
        let copied = try publication.policyNeeds(ofCopied: place, at: route)
        (others, needs) = (copied.mistakes, copied.needs)
      } catch {
        others = [error]
      }
    case .redirect(let target):
      body = .redirect(to: target)
    default:
      var worker = RenderWorker()
      do throws(Mistake) {
        let rendered = try publication.render(route, with: &worker)
        (faults, others) = (rendered.faults, rendered.mistakes)
        body = .bytes(worker.out)
        reads = rendered.reads
        needs = rendered.needs
      } catch {
        (body, others) = (.nothing, [error])
        // What was read before the mistake is not known: at the next change it is tried again.
        hasFailed = true
      }
    }
    (self.faults, self.others, self.needs) = (faults, others, needs)
    mistakes = []
    var set = ReadSet()
    trace = OutputTrace(
      shows: hasFailed ? 0 : publication.keys.digest(of: route.output), keys: set.unique(reads),
      expiry: reads.expiry)
    tell(publication, draft)
  }

  /// The same answer of a site that changed elsewhere: what is most likely meant by a broken link may be something new.
  func told(by publication: Publication, _ draft: PublicationDraft) -> LiveAnswer {
    guard !faults.isEmpty else { return self }
    var answer = self
    answer.tell(publication, draft)
    return answer
  }

  private mutating func tell(_ publication: Publication, _ draft: PublicationDraft) {
    let told = publication.filler.targets.told(faults)
    mistakes = draft.told(Report(others + Fault.mistakes(of: told, reading: draft.source))).sorted
  }
}
