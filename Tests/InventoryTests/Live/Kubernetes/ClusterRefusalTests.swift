import Diagnostics
import HTTP
import TestSupport
import Testing

@testable import Inventory

@Suite("a cluster that tells nothing")
struct ClusterRefusalTests {
  @Test("is told about in words", arguments: Fixture.all(in: "cluster-refusals", besides: Recordings.besides))
  func sentences(fixture: Fixture) throws {
    let refusals: [ClusterRefusal] = [
      .failure(.unreachable), .unauthorized, .forbidden, .status(500), .notKubernetes, .silent, .noThreads,
    ]
    // The path keeps their order.
    let mistakes = refusals.enumerated().map { index, refusal in
      Mistake(refusal, path: "cluster-\(index)", place: nil)
    }
    try fixture.expect(Report(mistakes).told)
  }
}
