import { z } from "zod";
import { XML_NAMESPACE } from "@/lib/domain/interchange";
import { PublishedReportSchema } from "@/lib/domain/published-report";

/** The published JSON Schema of the JSON file, from the same schema that reads it. */
export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(PublishedReportSchema, { io: "output" });
  return `${JSON.stringify({ title: "nianbao.report/1", ...schema }, null, 2)}\n`;
}

/** The XSD of the XML file. */
export const REPORT_XSD = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:n="${XML_NAMESPACE}" targetNamespace="${XML_NAMESPACE}" elementFormDefault="qualified">

  <xs:element name="report">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="title" type="xs:string"/>
        <xs:element name="district" type="xs:string"/>
        <xs:element name="office" type="xs:string"/>
        <xs:element name="contact" minOccurs="0">
          <xs:complexType>
            <xs:attribute name="address" type="xs:string" use="required"/>
            <xs:attribute name="postcode" type="xs:string" use="required"/>
            <xs:attribute name="phone" type="xs:string" use="required"/>
          </xs:complexType>
        </xs:element>
        <xs:element name="preface" type="n:paragraphs"/>
        <xs:element name="section" type="n:section" maxOccurs="unbounded"/>
        <xs:element name="indicators">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="indicator" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="n:value">
                      <xs:attribute name="key" type="xs:string" use="required"/>
                      <xs:attribute name="label" type="xs:string" use="required"/>
                      <xs:attribute name="unit" type="xs:string" use="required"/>
                      <xs:attribute name="owner" type="xs:string" use="required"/>
                      <xs:attribute name="approximate" type="xs:boolean" use="required"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="units">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="unit" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="name" type="xs:string" use="required"/>
                  <xs:attribute name="office" type="xs:boolean" use="required"/>
                  <xs:attribute name="status" use="required">
                    <xs:simpleType>
                      <xs:restriction base="xs:string">
                        <xs:enumeration value="included"/>
                        <xs:enumeration value="nil"/>
                        <xs:enumeration value="exempt"/>
                        <xs:enumeration value="missing"/>
                      </xs:restriction>
                    </xs:simpleType>
                  </xs:attribute>
                  <xs:attribute name="reason" type="xs:string"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="adjustments">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="adjustment" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="xs:string">
                      <xs:attribute name="cell" type="n:cellKey" use="required"/>
                      <xs:attribute name="amount" type="xs:string" use="required"/>
                      <xs:attribute name="proposedBy" type="xs:string"/>
                      <xs:attribute name="signedBy" type="xs:string"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="provenance">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="of" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="contribution" maxOccurs="unbounded">
                      <xs:complexType>
                        <xs:simpleContent>
                          <xs:extension base="n:value">
                            <xs:attribute name="unit" type="xs:string" use="required"/>
                            <xs:attribute name="version" type="xs:positiveInteger" use="required"/>
                            <xs:attribute name="submittedBy" type="xs:string" use="required"/>
                            <xs:attribute name="submittedAt" type="xs:string" use="required"/>
                            <xs:attribute name="approvedBy" type="xs:string" use="required"/>
                            <xs:attribute name="approvedAt" type="xs:string" use="required"/>
                          </xs:extension>
                        </xs:simpleContent>
                      </xs:complexType>
                    </xs:element>
                  </xs:sequence>
                  <xs:attribute name="cell" type="n:cellKey" use="required"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="previousFigures" minOccurs="0">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="figure" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="n:value">
                      <xs:attribute name="cell" type="n:cellKey" use="required"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="notes">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="note" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="gaps">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="gap" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="erratum" minOccurs="0">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="reason" type="xs:string"/>
              <xs:element name="difference" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="before" type="n:value"/>
                    <xs:element name="after" type="n:value"/>
                  </xs:sequence>
                  <xs:attribute name="cell" type="xs:string" use="required"/>
                  <xs:attribute name="label" type="xs:string" use="required"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="passage" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="before" type="n:value"/>
                    <xs:element name="after" type="n:value"/>
                  </xs:sequence>
                  <xs:attribute name="place" type="xs:string" use="required"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="supersedesVersion" type="xs:positiveInteger" use="required"/>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
      <xs:attribute name="language" type="xs:language" use="required"/>
      <xs:attribute name="year" type="xs:gYear" use="required"/>
      <xs:attribute name="format" type="xs:string" use="required"/>
      <!-- Left out where the figures come from a file that does not tell them. -->
      <xs:attribute name="state">
        <xs:simpleType>
          <xs:restriction base="xs:string">
            <xs:enumeration value="draft"/>
            <xs:enumeration value="final"/>
            <xs:enumeration value="published"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:attribute>
      <xs:attribute name="version" type="xs:positiveInteger"/>
      <xs:attribute name="date" type="xs:string"/>
      <xs:attribute name="publishedOn" type="xs:string"/>
      <xs:attribute name="verificationCode" type="xs:string"/>
    </xs:complexType>
  </xs:element>

  <!-- A value is the text as reported; blank="true" says that there was none, which is not zero. -->
  <xs:complexType name="value">
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attribute name="blank" type="xs:boolean"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>

  <xs:simpleType name="cellKey">
    <xs:restriction base="xs:string">
      <xs:pattern value="[a-z0-9_]+(\\.[a-z0-9_]+){1,2}"/>
    </xs:restriction>
  </xs:simpleType>

  <xs:complexType name="paragraphs">
    <xs:sequence>
      <xs:element name="paragraph" minOccurs="0" maxOccurs="unbounded">
        <xs:complexType mixed="true">
          <xs:sequence>
            <xs:element name="figure" minOccurs="0" maxOccurs="unbounded">
              <xs:complexType>
                <xs:simpleContent>
                  <xs:extension base="xs:string">
                    <xs:attribute name="cell" type="xs:string" use="required"/>
                  </xs:extension>
                </xs:simpleContent>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="section">
    <xs:sequence>
      <xs:element name="heading" minOccurs="0" maxOccurs="unbounded">
        <xs:complexType>
          <xs:complexContent>
            <xs:extension base="n:paragraphs">
              <xs:attribute name="key" type="xs:string" use="required"/>
              <xs:attribute name="level" type="xs:nonNegativeInteger" use="required"/>
              <xs:attribute name="number" type="xs:string" use="required"/>
              <xs:attribute name="title" type="xs:string" use="required"/>
            </xs:extension>
          </xs:complexContent>
        </xs:complexType>
      </xs:element>
      <xs:element name="table" minOccurs="0" maxOccurs="unbounded">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="cell" maxOccurs="unbounded">
              <xs:complexType>
                <xs:simpleContent>
                  <xs:extension base="n:value">
                    <xs:attribute name="key" type="n:cellKey" use="required"/>
                    <xs:attribute name="row" type="xs:string" use="required"/>
                    <xs:attribute name="column" type="xs:string" use="required"/>
                    <xs:attribute name="type" use="required">
                      <xs:simpleType>
                        <xs:restriction base="xs:string">
                          <xs:enumeration value="count"/>
                          <xs:enumeration value="signed_count"/>
                          <xs:enumeration value="amount"/>
                        </xs:restriction>
                      </xs:simpleType>
                    </xs:attribute>
                    <xs:attribute name="unit" type="xs:string" use="required"/>
                    <xs:attribute name="computed" type="xs:boolean" use="required"/>
                  </xs:extension>
                </xs:simpleContent>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
          <xs:attribute name="id" type="xs:string" use="required"/>
          <xs:attribute name="caption" type="xs:string"/>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
    <xs:attribute name="id" type="xs:string" use="required"/>
    <xs:attribute name="number" type="xs:string" use="required"/>
    <xs:attribute name="title" type="xs:string" use="required"/>
    <xs:attribute name="kind" use="required">
      <xs:simpleType>
        <xs:restriction base="xs:string">
          <xs:enumeration value="narrative"/>
          <xs:enumeration value="tables"/>
        </xs:restriction>
      </xs:simpleType>
    </xs:attribute>
  </xs:complexType>
</xs:schema>
`;
