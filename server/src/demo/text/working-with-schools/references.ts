import {
  bold,
  bullets,
  callout,
  document,
  heading,
  italic,
  link,
  paragraph,
} from '@accord/shared/manuscript/build';
import type { DocumentJson } from '@accord/shared/manuscript/document';

export const references = (): DocumentJson =>
  document(
    paragraph(
      'Every claim in this tool that rests on research can be traced to one of the works below. Works that are free to read are marked as such, as far as we know.',
    ),
    heading(2, 'References'),
    bullets(
      [
        'Cordingley, P., Higgins, S., Greany, T., Buckler, N., Coles-Jordan, D., Crisp, B., Saunders, L. and Coe, R. (2015). ',
        italic(
          'Developing Great Teaching: Lessons from the International Reviews into Effective Professional Development.',
        ),
        ' London: Teacher Development Trust. Free to read.',
      ],
      [
        'Darling-Hammond, L., Hyler, M. E. and Gardner, M. (2017). ',
        link(
          'Effective Teacher Professional Development',
          'https://learningpolicyinstitute.org/product/effective-teacher-professional-development-report',
        ),
        '. Palo Alto: Learning Policy Institute. Free to read.',
      ],
      [
        'Desimone, L. M. (2009). Improving impact studies of teachers’ professional development: toward better conceptualizations and measures. ',
        italic('Educational Researcher'),
        ', 38(3), 181–199. ',
        link('doi:10.3102/0013189X08331140', 'https://doi.org/10.3102/0013189X08331140'),
        '.',
      ],
      [
        'Furtak, E. M., Seidel, T., Iverson, H. and Briggs, D. C. (2012). Experimental and quasi-experimental studies of inquiry-based science teaching: a meta-analysis. ',
        italic('Review of Educational Research'),
        ', 82(3), 300–329. ',
        link('doi:10.3102/0034654312457206', 'https://doi.org/10.3102/0034654312457206'),
        '.',
      ],
      [
        'Guskey, T. R. (2000). ',
        italic('Evaluating Professional Development.'),
        ' Thousand Oaks: Corwin Press.',
      ],
      [
        'Kennedy, M. M. (2016). How does professional development improve teaching? ',
        italic('Review of Educational Research'),
        ', 86(4), 945–980. ',
        link('doi:10.3102/0034654315626800', 'https://doi.org/10.3102/0034654315626800'),
        '.',
      ],
      [
        'Lazonder, A. W. and Harmsen, R. (2016). Meta-analysis of inquiry-based learning: effects of guidance. ',
        italic('Review of Educational Research'),
        ', 86(3), 681–718. ',
        link('doi:10.3102/0034654315627366', 'https://doi.org/10.3102/0034654315627366'),
        '.',
      ],
      [
        'Timperley, H., Wilson, A., Barrar, H. and Fung, I. (2007). ',
        italic('Teacher Professional Learning and Development: Best Evidence Synthesis Iteration.'),
        ' Wellington: Ministry of Education. Free to read.',
      ],
    ),
    heading(2, 'Further reading'),
    paragraph(
      'If you read only one thing, take the first. It is short, and it was written for people who plan.',
    ),
    bullets(
      [bold('For planners: '), 'Darling-Hammond and others (2017), above.'],
      [
        bold('For policy: '),
        'Rocard, M. and others (2007). ',
        italic('Science Education Now: A Renewed Pedagogy for the Future of Europe.'),
        ' Brussels: European Commission. The report that put inquiry on the European agenda.',
      ],
      [
        bold('For sceptics: '),
        'Osborne, J. and Dillon, J. (2008). ',
        italic('Science Education in Europe: Critical Reflections.'),
        ' London: Nuffield Foundation.',
      ],
      [
        bold('On assessment: '),
        'Harlen, W. (2013). ',
        italic('Assessment and Inquiry-Based Science Education: Issues in Policy and Practice.'),
        ' Trieste: Global Network of Science Academies. Free to read.',
      ],
      [
        bold('On lesson trials: '),
        'Dudley, P., ed. (2014). ',
        italic('Lesson Study: Professional Learning for Our Time.'),
        ' London: Routledge.',
      ],
      [
        bold('For classrooms, in French and English: '),
        'the resources of ',
        link('La main à la pâte', 'https://www.fondation-lamap.org'),
        '.',
      ],
    ),
    callout(
      'note',
      paragraph([
        'Something missing, or something wrong? Write to the coordinating country: ',
        link('fi.lead@demo.example', 'mailto:fi.lead@demo.example'),
        '.',
      ]),
    ),
  );
