/** Tests of what analysts and operators change, against a broker and a registry that run here. */
package org.tocsin.app.desk;
