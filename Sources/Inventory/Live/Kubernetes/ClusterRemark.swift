import Diagnostics
import Language

/// What could not be read of a cluster while the rest could.
enum ClusterRemark: Finding, Equatable {
  case forbidden([String])
  case unavailable([String])
  case cached([String])

  /// The remarks on facts that were read: a kind that is not installed is none.
  static func all(on facts: Observed) -> [ClusterRemark] {
    let kinds = { (reason: ObservedGap.Reason) in
      facts.gaps.filter { $0.value.reason == reason }.keys.sorted()
    }
    let remarks: [ClusterRemark] = [
      .forbidden(kinds(.forbidden)), .unavailable(kinds(.unavailable)), .cached(kinds(.cached)),
    ]
    return remarks.filter { !$0.kinds.isEmpty }
  }

  var severity: Severity {
    switch self {
    case .forbidden, .unavailable: .warning
    case .cached: .note
    }
  }

  var code: String {
    switch self {
    case .forbidden: "kubernetes-kind-forbidden"
    case .unavailable: "kubernetes-kind-unavailable"
    case .cached: "kubernetes-kind-cached"
    }
  }

  func sentence(in tongue: Tongue) -> Sentence {
    let list = kinds.joined(separator: ", ")
    return switch self {
    case .forbidden:
      Sentence(
        tongue.pick(en: "no permission to list \(list)", es: "sin permiso para listar \(list)"),
        hint: tongue.pick(
          en: "docs/kubernetes/reader.yaml lists what the account needs",
          es: "docs/kubernetes/reader.yaml enumera lo que necesita la cuenta"))
    case .unavailable:
      Sentence(
        tongue.pick(
          en: "the cluster gave no list of \(list)", es: "el clúster no dio ninguna lista de \(list)"))
    case .cached:
      Sentence(
        tongue.pick(
          en: "told from the API server's memory, since its store did not answer: \(list)",
          es: "contado de memoria por el servidor de la API, porque su almacén no respondió: \(list)"))
    }
  }

  private var kinds: [String] {
    switch self {
    case .forbidden(let kinds), .unavailable(let kinds), .cached(let kinds): kinds
    }
  }
}
