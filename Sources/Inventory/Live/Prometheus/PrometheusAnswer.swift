import Diagnostics
import HTTP
import Nodes

/// What a Prometheus server answered to one question.
///
///     {"status":"success","data":{"resultType":"vector","result":[{"metric":{…},"value":[1795176745.01,"64.75"]}]}}
///
/// Numbers are texts, because JSON knows neither `NaN` nor `+Inf`; an empty result is a success.
enum PrometheusAnswer {
  /// The values of each series, oldest first.
  case series([[Double?]], isOverTime: Bool)
  case text
  case refused(String)
  case unauthorized
  case forbidden
  case status(Int)
  case unreadable

  init(_ response: Response) {
    switch response.status {
    case 401: self = .unauthorized
    case 403: self = .forbidden
    case 200, 400, 422, 503: self = Self.reading(response)
    default: self = .status(response.status)
    }
  }
}

extension PrometheusAnswer {
  private static func reading(_ response: Response) -> PrometheusAnswer {
    let node: Node
    do {
      node = try JSON.read(Source(path: "prometheus", bytes: response.body))
    } catch {
      // A proxy's own page, or nothing at all: what it says is not told.
      return response.status == 200 ? .unreadable : .status(response.status)
    }
    if node["status"]?.text == "error" { return .refused(node["error"]?.text ?? "") }
    guard node["status"]?.text == "success", let data = node["data"], let result = data["result"] else {
      return .unreadable
    }
    switch data["resultType"]?.text {
    case "scalar": return .series([[sample(result)]], isOverTime: false)
    case "string": return .text
    case "vector":
      guard let items = result.list else { return .unreadable }
      return .series(items.map { [sample($0["value"])] }, isOverTime: false)
    case "matrix":
      guard let items = result.list else { return .unreadable }
      return .series(items.map { ($0["values"]?.list ?? []).map(sample) }, isOverTime: true)
    default: return .unreadable
    }
  }

  /// The value of `[time, "value"]`; nil for one that is not finite.
  private static func sample(_ pair: Node?) -> Double? {
    guard let pair = pair?.list, pair.count == 2, let text = pair[1].text,
      text.utf8.allSatisfy({ $0 &- 48 < 10 || "+-.eE".utf8.contains($0) }), let value = Double(text),
      value.isFinite
    else { return nil }
    return value
  }
}

extension PrometheusAnswer {
  /// What an answer comes to.
  struct Number {
    var fact = ObservedNumber()
    var problem: SourceFinding.NoNumber?
    var words: String?
    var isGap = false

    /// What is to be told of it.
    func finding(_ name: String, _ redaction: Redaction) -> SourceFinding? {
      if let words { return .queryRefused(name, words: redaction.told(words)) }
      return problem.map { .noNumber(name, found: $0) }
    }
  }

  /// The one number that was asked for, or why there is none.
  func number(of query: NamedQuery) -> Number {
    var number = Number()
    number.fact.unit = query.unit
    switch self {
    case .text: number.problem = .text
    case .refused(let words): (number.words, number.isGap) = (words, true)
    case .status(let status): (number.words, number.isGap) = ("HTTP \(status)", true)
    case .unreadable, .unauthorized, .forbidden: (number.words, number.isGap) = ("", true)
    case .series(let all, let isOverTime):
      if isOverTime != (query.range != nil) {
        number.problem = .overTime
      } else if all.count != 1 {
        number.problem = all.isEmpty ? .nothing : .several
      } else {
        let finite = all[0].compactMap { $0 }
        number.fact.value = finite.last
        if finite.isEmpty { number.problem = all[0].isEmpty ? .nothing : .notFinite }
        if isOverTime, finite.count > 1 { (number.fact.points, number.fact.step) = (finite, query.step) }
      }
    }
    return number
  }
}
