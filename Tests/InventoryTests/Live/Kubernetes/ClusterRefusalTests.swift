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

  @Test("but for some kinds is remarked on, with what is simply not there left out")
  func remarks() {
    var facts = Observed()
    facts.gaps = [
      "deployments": ObservedGap(.forbidden), "ingresses": ObservedGap(.forbidden),
      "helmreleases": ObservedGap(.unavailable), "nodes": ObservedGap(.cached),
      "applications": ObservedGap(.notInstalled),
    ]
    let mistakes = ClusterRemark.all(on: facts).enumerated().map { index, remark in
      Mistake(remark, path: "cluster-\(index)", place: nil)
    }
    #expect(
      Report(mistakes).told == """
        cluster-0: warning: no permission to list deployments, ingresses
        hint: docs/kubernetes/reader.yaml lists what the account needs
        cluster-1: warning: the cluster gave no list of helmreleases
        cluster-2: note: told from the API server's memory, since its store did not answer: nodes
        cluster-0: aviso: sin permiso para listar deployments, ingresses
        pista: docs/kubernetes/reader.yaml enumera lo que necesita la cuenta
        cluster-1: aviso: el clúster no dio ninguna lista de helmreleases
        cluster-2: nota: contado de memoria por el servidor de la API, porque su almacén no respondió: nodes

        """)
    #expect(ClusterRemark.all(on: Observed()) == [])
  }
}
