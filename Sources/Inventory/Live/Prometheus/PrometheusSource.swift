import Bytes
import Diagnostics
import HTTP
import Language
import Nodes

/// A monitoring server of which named questions are asked, each for one number.
///
/// Labels never leave here: they hold addresses and names of machines.
struct PrometheusSource: LiveSource {
  let settings: SourceSettings
  let place: SourcePlace

  func fetch(in context: PullContext) throws(SourceRefusal) -> SourceAnswer {
    let server: SourceServer
    let secrets: SecretValues
    do throws(SourceFinding) {
      let headers = try headers(in: context)
      server = try SourceServer(settings, headers: headers, in: context)
      secrets = SecretValues(environment: context.environment, and: settings.credentials(in: context))
    } catch {
      throw SourceRefusal(error, at: place)
    }
    let redaction = Redaction(secrets: secrets)
    var facts = Observed()
    var remarks = Report()
    for (index, row) in settings.queries.rows.enumerated() {
      let answer = try ask(server, row.value, at: context.now, isFirst: index == 0)
      let number = answer.number(of: row.value)
      facts.numbers[row.key] = number.fact
      if number.isGap { facts.gaps["numbers/\(row.key)"] = ObservedGap(.unavailable) }
      if let finding = number.finding(row.key, redaction) { remarks.add(place.mistake(finding)) }
    }
    return SourceAnswer(facts, remarks: remarks)
  }

  /// Asks one question; when not even the first is answered, none will be.
  private func ask(
    _ server: SourceServer, _ query: NamedQuery, at now: Instant, isFirst: Bool
  ) throws(SourceRefusal) -> PrometheusAnswer {
    let answer: PrometheusAnswer
    do throws(HTTPFailure) {
      answer = PrometheusAnswer(try server.get(path(of: query, at: now)))
    } catch {
      guard !isFirst else { throw SourceRefusal(error, at: place) }
      return .refused(error.code)
    }
    switch answer {
    case .unauthorized: throw SourceRefusal(SourceFinding.unauthorized, at: place)
    case .forbidden: throw SourceRefusal(SourceFinding.forbidden, at: place)
    case .status(let status) where isFirst: throw SourceRefusal(SourceFinding.status(status), at: place)
    case .unreadable where isFirst: throw SourceRefusal(SourceFinding.notAnAnswer("Prometheus"), at: place)
    default: return answer
    }
  }
}

extension PrometheusSource {
  private func headers(in context: PullContext) throws(SourceFinding) -> [HTTP.Header] {
    if let token = settings.token {
      return [HTTP.Header("Authorization", "Bearer \(try token.value(in: context))")]
    }
    guard let username = settings.username else { return [] }
    let password = try settings.password?.value(in: context) ?? ""
    let pair = Array("\(try username.value(in: context)):\(password)".utf8)
    return [HTTP.Header("Authorization", "Basic \(pair.base64)")]
  }

  private func path(of query: NamedQuery, at now: Instant) -> String {
    let text = query.query.percentEncoded(keeping: .unreserved)
    guard let range = query.range else { return "/api/v1/query?query=\(text)" }
    let step = query.step ?? 1
    let start = now.seconds - range.seconds
    return "/api/v1/query_range?query=\(text)&start=\(start)&end=\(now.seconds)&step=\(step)"
  }
}

extension NamedQuery {
  /// Seconds between two points; nil for a number of the moment.
  var step: Int? { range.map { max(1, $0.seconds / (points - 1)) } }
}
